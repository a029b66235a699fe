/** Strokes on a 24 × 24 grid. */
const strokes = {
  phone:
    'M7 3.5h2.5l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5V17a3.5 3.5 0 0 1-3.8 3.5C9.6 19.8 4.2 14.4 3.5 7.300A3.5 3.5 0 0 1 7 3.5Z',
  hangup: 'M3 14.5c0-2 4-4.5 9-4.5s9 2.5 9 4.5v2l-5-1v-2.300a14 14 0 0 0-8 0v2.300l-5 1Z',
  desk: 'M4 13v-1a8 8 0 0 1 16 0v1M4 13h2.5v5H5a1 1 0 0 1-1-1Zm16 0h-2.5v5H19a1 1 0 0 0 1-1ZM17.5 18c0 1.5-1.5 2.5-4 2.5',
  audit: 'M12 3 5 6v5.5c0 4.5 3 8 7 9.5 4-1.5 7-5 7-9.5V6Zm-3 9 2.2 2.200L15.2 10',
  home: 'M4 11 12 4l8 7v8.5h-5.5V14h-5v5.5H4Z',
  play: 'M8 5v14l11-7Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  send: 'M4 12 20 4.5 14.5 20l-3-6.5Zm7.5 1.5L20 4.5',
  keypad: 'M6 5h.01M12 5h.01M18 5h.01M6 11h.01M12 11h.01M18 11h.01M6 17h.01M12 17h.01M18 17h.01',
  silence:
    'M9 9v3a3 3 0 0 0 4.5 2.600M15 11V6a3 3 0 0 0-5.8-1M5.5 11.5A6.5 6.5 0 0 0 16 16.700M18.5 11.5a6 6 0 0 1-.4 2.200M12 18v3M4 4l16 16',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'm6 6 12 12M18 6 6 18',
  chevron: 'm6 9.5 6 6 6-6',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 3.5V12l3 2',
  book: 'M5 5.5C7.5 4.5 10 4.8 12 6.5c2-1.7 4.5-2 7-1v13c-2.5-1-5-.7-7 1-2-1.7-4.5-2-7-1Zm7 1v13',
  copy: 'M9 9h10v11H9ZM15 9V4H5v11h4',
  spark: 'm12 4 1.8 5.200L19 11l-5.2 1.800L12 18l-1.8-5.200L5 11l5.2-1.800Z',
  person: 'M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 20c.5-3.8 3.3-6 7-6s6.5 2.2 7 6',
  scales: 'M12 4v16M8 20h8M5 7.5h14M5 7.5 2.5 14a3 3 0 0 0 5 0Zm14 0L16.5 14a3 3 0 0 0 5 0Z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-5.7-5.700L12 6.5M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 5.7 5.700L12 17.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.5h4',
  out: 'M13 4.5H5v15h8M10 12h10M16.5 8.5 20 12l-3.5 3.5',
} as const;

export type IconName = keyof typeof strokes;

/** A line icon in the colour of the text; for the eye only, so screen readers skip it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  const dots = name === 'keypad';
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={name === 'play' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={dots ? 3 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
