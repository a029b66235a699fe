import { escaped as e } from './html-escape.js';
import { style } from './html-style.js';

/** Where every page begins, down to its heading: no script, no request, light and dark. `more` goes after the common style. */
export function htmlHead(title: string, more = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${e(title)}</title>
<style>${style}${more}</style>
</head>
<body>
<main>
<header>
<h1>${e(title)}</h1>`;
}
