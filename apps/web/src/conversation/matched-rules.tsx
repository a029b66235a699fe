import { Badge } from '@mantine/core';
import type { MatchedRule } from '../api/model.js';
import { humanise } from '../words/format.js';
import './conversation.css';

/** The rules that matched and what each contributed to the risk. */
export function MatchedRules({ rules }: { readonly rules: readonly MatchedRule[] }) {
  return (
    <table className="rules">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Because</th>
          <th scope="col">Contribution</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ ruleId, hard, contribution, inputs }) => (
          <tr key={ruleId} data-testid={`rule-${ruleId}`}>
            <td title={ruleId}>{humanise(ruleId)}</td>
            <td className="mono">
              {Object.entries(inputs).map(([signal, value]) => (
                <div key={signal}>
                  {signal} = {inWords(value)}
                </div>
              ))}
            </td>
            <td style={{ minWidth: 110 }}>
              {hard ? (
                <Badge color="red" variant="light" size="sm" tt="none">
                  Decides alone
                </Badge>
              ) : (
                <>
                  <div className="bar">
                    <i style={{ width: `${Math.min(1, contribution) * 100}%` }} />
                  </div>
                  <span className="mono">+{contribution.toFixed(2)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inWords(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
