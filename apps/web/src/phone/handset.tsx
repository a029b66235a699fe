import type { ReactNode } from 'react';
import { useNow } from '../shell/use-now.js';
import { clock } from '../words/format.js';
import './phone.css';

interface HandsetProps {
  readonly title: string;
  readonly phase: string;
  readonly line: string;
  /** 0 hides the clock. */
  readonly startedAtMs: number;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** The phone's body: who is on the line, how it stands, what is said. */
export function Handset({ title, phase, line, startedAtMs, children, foot }: HandsetProps) {
  const now = useNow();
  const running = startedAtMs > 0 && phase !== 'ended' && phase !== 'idle';
  return (
    <section className="handset" aria-label="Phone">
      <header className="handset-head" data-phase={phase}>
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
          <h1>{title}</h1>
          {running ? <span className="tabular">{clock(now - startedAtMs)}</span> : null}
        </div>
        <div className="handset-status" role="status" data-testid="phone-status" data-phase={phase}>
          <span className="handset-pulse" aria-hidden="true" />
          <span>{line}</span>
        </div>
      </header>
      {children}
      {foot ? <footer className="handset-foot">{foot}</footer> : null}
    </section>
  );
}
