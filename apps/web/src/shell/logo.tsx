/** The baton, handed over: blue is the assistant, green the person. */
export function Logo({ size = 30 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#3d4fd1" />
      <path d="M8 22.5 24 9.5" stroke="#fff" strokeWidth="5" strokeLinecap="round" />
      <path d="M19.5 13.1 24 9.5" stroke="#5fe0b0" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}
