import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ColorSchemeButton } from './color-scheme-button.js';
import { Icon, type IconName } from './icon.js';
import { Logo } from './logo.js';
import './shell.css';

const places: readonly { readonly path: string; readonly title: string; readonly icon: IconName }[] = [
  { path: '/', title: 'Home', icon: 'home' },
  { path: '/phone', title: 'Phone', icon: 'phone' },
  { path: '/desk', title: 'Desk', icon: 'desk' },
  { path: '/audit', title: 'Audit', icon: 'audit' },
];

/** What every page has around it. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [location] = useLocation();
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <Link href="/" className="shell-brand" aria-label="Baton, home">
            <Logo />
            <span>Baton</span>
          </Link>
          <nav className="shell-nav" aria-label="Pages">
            {places.map(({ path, title, icon }) => (
              <Link
                key={path}
                href={path}
                className="shell-link"
                aria-current={location === path ? 'page' : undefined}
                data-testid={`nav-${title.toLowerCase()}`}
              >
                <Icon name={icon} size={17} />
                {title}
              </Link>
            ))}
          </nav>
          <ColorSchemeButton />
        </div>
      </header>
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
