import { isBoundary } from './name-run.js';
import type { Scan } from './scan.js';
import { isInNumber, partEndingAt, partStartingAt } from './scan.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that name a part of a building. */
export const UNITS = words(
  'attico cobertura bajos sobreatico entreplanta dachgeschoss souterrain chalet citofono pian door house plot block villa tower shop stair tur stiege haus hausnummer hinterhaus vorderhaus top esc ptal portal letra local batiment porte lote fraccao apartment apartement apt flat unit suite ste floor level room number no piso puerta escalera planta ' +
    'apartamento depto departamento bis ter quater appartement appt apartament batiment bat etage escalier residence wohnung whg stock stockwerk og etg interno int scala piano palazzina apto andar bloco casa esq dcho dcha izq izda izqda dto esquerdo direito bajo bungalow maisonette penthouse basement ' +
    'nummer numero no num n lot building bldg wing interior sala conjunto edificio torre manzana lote',
);
const ordinals = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth ground top lower upper basement 1st 2nd 3rd primero primer segundo tercero tercer cuarto quinto sexto septimo octavo atico entresuelo principal ' +
    'derecha izquierda centro premier deuxieme troisieme quatrieme cinquieme sixieme rez chaussee gauche droite erster zweiter dritter vierter funfter sechster erdgeschoss ersten zweiten dritten vierten hinterhaus vorderhaus links rechts mitte ' +
    'primo secondo terzo quarto quinto sesto rialzato terra primeiro segundo terceiro quarto quinto sexto primera segunda tercera cuarta quinta sexta primeira segunda terceira esquerdo direito frente fundos esq dto dcha izda izq cave res chao terreno',
);
const signs = words('º ª ° # . , - /');
const suffixes = words('st nd rd th er e eme ieme o a');
const MAX_STEPS = 7;

/** End of an address with what is said of the building after street and number: floor, door, letter, side. */
export function withBuilding(scan: Scan, to: number): number {
  let end = to;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const next = buildingPiece(scan, end);
    if (next <= end) break;
    end = next;
  }
  return end;
}

function buildingPiece(scan: Scan, end: number): number {
  const { items } = scan;
  let at = end;
  while (at - end < 3 && signs.has(items[at]?.text ?? '')) at += 1;
  const item = items[at];
  if (item === undefined || scan.taken[at] === 1) return end;
  if (at > end && /^[ºª°]$/.test(items[at - 1]!.text)) return at;
  const text = item.text;
  if (item.kind === 'word' && text.length === 1) return letterEnd(scan, at, end);
  if (UNITS.has(text)) {
    const after = items[at + 1]?.text === '.' ? at + 2 : at + 1;
    const part = partStartingAt(scan, after);
    if (part !== undefined) return part.to;
    const following = items[after];
    if (following === undefined || scan.taken[after] === 1) return alone.has(text) ? at + 1 : end;
    if (ordinals.has(following.text)) return after + 1;
    if (following.kind === 'word' && (/^[a-h]$/.test(following.text) || isDoor(scan, after)))
      return after + 1;
    return alone.has(text) ? at + 1 : end;
  }
  if (text === 'res') {
    const words = items.slice(at, at + 5).filter((one) => one.text !== '-');
    if (words[1]?.text === 'do' && words[2]?.text === 'chao')
      return at + 1 + items.slice(at + 1, at + 5).findIndex((one) => one.text === 'chao') + 1;
  }
  if (ordinals.has(text)) {
    const beside = items[at + 1]?.text ?? '';
    if (isDoor(scan, at + 1)) return at + 2;
    if (UNITS.has(beside) && partStartingAt(scan, at + 2) === undefined) return at + 2;
    if (UNITS.has(beside) || ordinals.has(beside) || sides.has(text) || /^[a-h]$/.test(beside)) return at + 1;
    return isBoundary(scan, at + 1) && (scan.lang === 'es' || scan.lang === 'pt') ? at + 1 : end;
  }
  const part = partStartingAt(scan, at);
  if (part === undefined || part.digits.length > 3) return end;
  // "3º direito", "2nd floor", "4 esquerdo", "three c": a number that is a floor.
  let after = part.to;
  while (
    after - part.to < 2 &&
    (suffixes.has(items[after]?.text ?? '') ||
      /^[ºª°]$/.test(items[after]?.text ?? '') ||
      (items[after]?.text === '.' && items[after]!.start === items[after - 1]!.end))
  )
    after += 1;
  const beside = items[after]?.text ?? '';
  if (/^[ºª°]$/.test(items[part.to]?.text ?? '')) return after;
  return UNITS.has(beside) || ordinals.has(beside) ? after : end;
}

const doors = words('be ce efe ge');

// "segundo be": the name of a door's letter, and nothing after it.
function isDoor(scan: Scan, at: number): boolean {
  return scan.lang === 'es' && doors.has(scan.items[at]?.text ?? '') && isBoundary(scan, at + 1);
}

const alone = words(
  'attico cobertura bajos sobreatico entreplanta dachgeschoss souterrain hinterhaus vorderhaus bis ter quater bajo dcha izda izq dcho esq dto direito esquerdo og penthouse stock etage stockwerk floor piso andar',
);
const sides = words(
  'izquierda derecha centro gauche droite links rechts mitte esquerdo direito esq dto dcha izda izq frente fundos hinterhaus vorderhaus atico bajo',
);

// "12b", "88 a 10435", "4º B": not the word "a".
function letterEnd(scan: Scan, at: number, end: number): number {
  const item = scan.items[at]!;
  if (item.text === 'º' || item.text === 'ª') return at + 1;
  if (!/^[a-hA-H]$/.test(item.raw)) return end;
  const isGlued = item.start === scan.items[at - 1]!.end;
  if (isGlued) return at + 1;
  const next = scan.items[at + 1];
  // "…, G12 8QQ": the letter of a postcode.
  if (next?.kind === 'digits' && next.start === item.end) return end;
  const isCapital = item.raw !== item.text;
  const isWord = item.text === 'a' || item.text === 'e';
  const ends = next === undefined || next.kind === 'mark' || isInNumber(scan, at + 1) || UNITS.has(next.text);
  if (isWord)
    return isCapital || (ends && (scan.lang === 'de' || scan.lang === 'en' || next === undefined))
      ? at + 1
      : end;
  return ends || isCapital || isBoundary(scan, at + 1) ? at + 1 : end;
}

/** Start of an address with what is said of the building before it: "flat nine, the old brewery, 4 mill lane". */
export function fromBuilding(scan: Scan, from: number): number {
  const { items } = scan;
  let back = from;
  for (let names = 0; names <= 4; names += 1) {
    while (signs.has(items[back - 1]?.text ?? '')) back -= 1;
    let start = back;
    if (/^[a-h]$/.test(items[start - 1]?.text ?? '') && partEndingAt(scan, start - 1) !== undefined)
      start -= 1;
    const part = partEndingAt(scan, start);
    if (part !== undefined)
      return UNITS.has(items[part.from - 1]?.text ?? '') && scan.taken[part.from - 1] !== 1
        ? part.from - 1
        : from;
    const item = items[back - 1];
    if (item?.kind !== 'word' || scan.taken[back - 1] === 1) return from;
    if (stops.has(item.text)) return from;
    back -= 1;
  }
  return from;
}

const stops = words(
  'at is in my to on es en est au a ist bin und and e y et wohne live moved it i we from that vivo moro abito habite number',
);
