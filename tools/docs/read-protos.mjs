import { runBuf } from '../proto/buf.mjs';

/** @typedef {{ name: string, type: string, repeated: boolean, doc: string, map?: Field }} Field `type` as the proto spells it, or a full name; `map` is what a map's values are */
/** @typedef {{ name: string, doc: string, fields: readonly Field[] }} Message */
/** @typedef {{ name: string, doc: string, values: readonly { name: string, doc: string }[] }} Enum */
/** @typedef {{ messages: ReadonlyMap<string, Message>, enums: ReadonlyMap<string, Enum> }} Protos by full name */

const messagesOfFile = 4;
const enumsOfFile = 5;
const fieldsOfMessage = 2;

/** Messages and enums of `proto/` with their comments. @returns {Promise<Protos>} */
export async function readProtos() {
  const { code, output } = await runBuf(['build', '-o', '-#format=json']);
  if (code !== 0) throw new Error(output);
  /** @type {Map<string, Message>} */
  const messages = new Map();
  /** @type {Map<string, Enum>} */
  const enums = new Map();
  for (const file of JSON.parse(output).file) {
    const comment = commentsOf(file);
    (file.messageType ?? []).forEach((message, index) => {
      const name = `${file.package}.${message.name}`;
      const fields = message.field ?? [];
      messages.set(name, {
        name,
        doc: comment(messagesOfFile, index),
        fields: fields.map((field, at) =>
          readField(field, message, comment(messagesOfFile, index, fieldsOfMessage, at)),
        ),
      });
    });
    (file.enumType ?? []).forEach((one, index) => {
      const name = `${file.package}.${one.name}`;
      const values = one.value.map((value, at) => ({
        name: value.name,
        doc: comment(enumsOfFile, index, fieldsOfMessage, at),
      }));
      enums.set(name, { name, doc: comment(enumsOfFile, index), values });
    });
  }
  return { messages, enums };
}

/** @param {any} field @param {any} message @param {string} doc @returns {Field} */
function readField(field, message, doc) {
  const type = typeOf(field);
  const entry = (message.nestedType ?? []).find(
    (nested) => nested.options?.mapEntry && type.endsWith(`.${message.name}.${nested.name}`),
  );
  if (entry) {
    const value = entry.field.find(({ number }) => number === 2);
    return { name: field.jsonName, type: 'map', repeated: false, doc, map: readField(value, message, '') };
  }
  return { name: field.jsonName, type, repeated: field.label === 'LABEL_REPEATED', doc };
}

/** @param {any} field */
function typeOf({ type, typeName }) {
  return typeName ? typeName.replace(/^\./, '') : type.replace('TYPE_', '').toLowerCase();
}

/** What stands above or behind an element, by its path in the descriptor. @param {any} file */
function commentsOf(file) {
  const known = new Map(
    (file.sourceCodeInfo?.location ?? []).map(({ path = [], leadingComments, trailingComments }) => [
      path.join('.'),
      (leadingComments ?? trailingComments ?? '').trim().replace(/\s+/g, ' '),
    ]),
  );
  /** @param {number[]} path @returns {string} */
  return (...path) => known.get(path.join('.')) ?? '';
}
