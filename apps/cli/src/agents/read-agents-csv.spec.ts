import fc from 'fast-check';
import { readAgentsCsv } from './read-agents-csv.js';

const header = 'id,name,skills,languages,team,site,country,voice,chat,voice_with_chats,timezone,shift,off';
const faultsOf = (text: string) =>
  readAgentsCsv(text).faults.map(
    ({ row, column, problem, instead }) => `${row} ${column} ${problem} | ${instead}`,
  );

describe('agents from CSV', () => {
  it('are read with everything a row may say', () => {
    const { rows, faults } = readAgentsCsv(
      `${header}\r\nagent-1,"Haddad, Amira",fraud:5 general:3,en es,premier,leeds,GB,1,3,no,Europe/London,mon-fri 09:00-17:00; sat 10:00-14:00,2026-12-25\r\n`,
    );
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        agent: {
          agentId: 'agent-1',
          name: 'Haddad, Amira',
          skills: { fraud: 5, general: 3 },
          languages: ['en', 'es'],
          workplace: { team: 'premier', site: 'leeds', country: 'GB' },
          capacity: { voice: 1, chat: 3, voiceWithChats: false },
          shift: {
            timezone: 'Europe/London',
            windows: [
              { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' },
              { days: ['sat'], from: '10:00', to: '14:00' },
            ],
            closed: ['2026-12-25'],
          },
        },
      },
    ]);
  });

  it('may leave columns out, and cells empty', () => {
    const { rows, faults } = readAgentsCsv('name,id,languages,skills\nA,a,en,\n');
    expect(faults).toEqual([]);
    expect(rows[0]!.agent).toMatchObject({ agentId: 'a', skills: {}, capacity: undefined, shift: undefined });
  });

  it.each([
    ['', '1  is missing: the file is empty | id,name,skills,languages'],
    ['id,name,skils,languages\n', '1 skils is no column | skills'],
    ['id,name,skills,languages\na,A,fraud,en\n', '2 skills names `fraud` | skill:proficiency'],
    ['id,name,skills,languages\na,A,fraud:9,en\n', '2 skills names `fraud:9` | skill:proficiency'],
    ['id,name,skills,languages\na,A,fraud:5,\n', '2 languages is empty | en'],
    ['id,name,skills,languages\n,A,fraud:5,en\n', '2 id is `` | letters'],
    [
      'id,name,skills,languages\na,A,fraud:5,en\n\na,B,fraud:5,en\n',
      '4 id stands in row 2 already | each agent once',
    ],
    ['id,name,skills,languages\na,A,fraud:5\n', '2  has 3 cells and the header 4 | as many cells'],
    ['id,name,skills,languages\n"a,A,fraud:5,en\n', '2  has a quote that never closes | CSV'],
    ['id,name,skills,languages,country\na,A,fraud:5,en,gb\n', '2 country is `gb` | two capital'],
    ['id,name,skills,languages,chat\na,A,fraud:5,en,many\n', '2 chat is `many` | a whole number'],
    ['id,name,skills,languages,shift\na,A,fraud:5,en,9 to 5\n', '2 shift is `9 to 5` | mon-fri'],
  ])('are refused with row and column: %j', (text, expected) => {
    const [first] = faultsOf(text);
    expect(first!.startsWith(expected)).toBe(true);
  });

  it('of garbage are refused, never thrown at, and no list of faults is long', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })),
        (garbage) => {
          for (const text of [garbage, `${header}\n${garbage}`, `id,name,skills,languages\n${garbage}`]) {
            const { rows, faults } = readAgentsCsv(text);
            expect(faults.length).toBeLessThanOrEqual(50);
            if (faults.length === 0)
              for (const { agent } of rows) expect(agent.agentId).toMatch(/^[\w.:@-]+$/);
          }
        },
      ),
    );
  });

  it('are ten thousand and one as well as one', () => {
    const lines = Array.from({ length: 10_001 }, (_, n) => `agent-${n},Agent ${n},fraud:${1 + (n % 5)},en`);
    const { rows, faults } = readAgentsCsv(`id,name,skills,languages\n${lines.join('\n')}\n`);
    expect([rows.length, faults.length]).toEqual([10_001, 0]);
  });
});
