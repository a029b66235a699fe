const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Twelve keys. 0 reaches a person in every state of a call. */
export function Keypad({
  onDigit,
  disabled,
}: {
  readonly onDigit: (digit: string) => void;
  readonly disabled: boolean;
}) {
  return (
    <div className="keypad" role="group" aria-label="Keypad">
      {digits.map((digit) => (
        <button
          key={digit}
          type="button"
          disabled={disabled}
          onClick={() => onDigit(digit)}
          aria-label={digit === '0' ? '0, reach a person' : digit}
          data-testid={`key-${digit}`}
        >
          {digit}
        </button>
      ))}
    </div>
  );
}
