/** `health.mjs [SERVICE]`: exit code 0 where the service of this container is alive. Ready is another question: /readyz. */
import { serviceUrl } from './service-url.mjs';

try {
  const answer = await fetch(`${serviceUrl(process.argv[2])}/healthz`, {
    signal: AbortSignal.timeout(2_500),
  });
  if (!answer.ok) throw new Error(`/healthz answered ${answer.status}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
