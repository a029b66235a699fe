/** A header of a message, its name in lower case. */
export interface MailHeader {
  readonly key: string;
  readonly value: string;
}

/**
 * Why a message was not written by a person to us: an answer to it would be answered by another machine (RFC 3834 §2, RFC 2919,
 * RFC 3464). Undefined where a person may have written it.
 */
export function notByAPerson(
  headers: readonly MailHeader[],
  sender: string,
  returnPath: string | undefined,
): string | undefined {
  const value = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  const submitted = value('auto-submitted')?.split(';')[0]?.trim();
  if (submitted !== undefined && submitted !== 'no') return 'auto-submitted';
  if (returnPath === '<>' || returnPath === '') return 'bounce';
  if (/^(mailer-daemon|postmaster)@/.test(sender)) return 'bounce';
  if (value('content-type')?.startsWith('multipart/report')) return 'bounce';
  if (['bulk', 'junk', 'list', 'auto_reply'].includes(value('precedence') ?? '')) return 'bulk';
  if (value('list-id') !== undefined || value('list-unsubscribe') !== undefined) return 'bulk';
  const suppressed = value('x-auto-response-suppress');
  if (value('x-autoreply') !== undefined || value('x-autorespond') !== undefined) return 'auto-submitted';
  return suppressed?.split(',').some((one) => one.trim() === 'all') ? 'auto-submitted' : undefined;
}
