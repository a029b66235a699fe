import type { ReactNode } from 'react';

/** A titled part of a panel. */
export function Section({
  title,
  children,
  aside,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}) {
  return (
    <section aria-label={title} style={{ minWidth: 0 }}>
      <div
        style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', marginBottom: 6 }}
      >
        <h3 className="label">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
