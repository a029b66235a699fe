import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { Icon, type IconName } from '../shell/icon.js';

interface Node {
  readonly name: string;
  readonly text: string;
  readonly icon: IconName;
  readonly color: string;
}

const nodes: readonly Node[] = [
  { name: 'Caller', text: 'talks with an AI voice agent', icon: 'phone', color: '#3d4fd1' },
  { name: 'Decision', text: 'each turn: may the bot go on?', icon: 'scales', color: '#b3261e' },
  { name: 'Human', text: 'the right one, who knows the case', icon: 'person', color: '#0b7a53' },
  { name: 'Record', text: 'signed, provable, explained', icon: 'audit', color: '#7a5300' },
];

/** How a call travels; `reached` is the last step the live demo has come to, −1 without one. */
export function FlowFigure({ reached }: { readonly reached: number }) {
  return (
    <ol className="flow" aria-label="How a call travels through Baton">
      {nodes.map(({ name, text, icon, color }, at) => (
        <Fragment key={name}>
          {at > 0 ? (
            <li className="flow-arrow" aria-hidden="true">
              <svg
                width="34"
                height="14"
                viewBox="0 0 34 14"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.8"
              >
                <path d="M1 7h30M25 1.5 31 7l-6 5.5" strokeLinecap="round" strokeLinejoin="round" />
              </svg>
            </li>
          ) : null}
          <li
            className="card flow-node"
            data-lit={at <= reached}
            style={{ ['--flow-color' as string]: color }}
          >
            <span className="flow-mark">
              <Icon name={icon} size={22} />
            </span>
            <Text fw={650}>{name}</Text>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
