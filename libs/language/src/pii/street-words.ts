/** Words for a street that stand after its name: "baker street". */
export const after = new Set(
  'street st road rd avenue ave lane ln drive dr court ct way boulevard blvd close crescent terrace square place circle parkway pkwy highway row grove gardens mews hill walk rise view trail paddocks estate wharf quay yard meadow meadows orchard copse croft parade passage cottages green circus embankment vale brow fold alley alleyway path broadway mount link plaza dene loop turnpike expressway'.split(
    ' ',
  ),
);

/** Words for a street that stand before its name: "calle mayor". */
export const before = new Set(
  (
    'calle carretera urbanizacion avenida avda av bd pza plaza paseo carrera camino ronda travesia glorieta rue boulevard chemin allee impasse quai cours route place avenue ' +
    'via viale piazza corso vicolo largo piazzale strada rua travessa praca alameda estrada rodovia'
  ).split(' '),
);

/** What names of German streets end in. */
export const germanTails = [
  'strasse',
  'strase',
  'str',
  'weg',
  'platz',
  'gasse',
  'allee',
  'ring',
  'damm',
  'ufer',
  'steig',
  'chaussee',
  'hang',
  'feld',
  'berg',
  'stieg',
  'winkel',
  'hof',
  'halde',
  'blick',
  'gurtel',
  'markt',
  'graben',
  'zeile',
  'promenade',
  'brucke',
  'siedlung',
  'pfad',
];

/** Words inside the name of a street. */
export const linking = new Set(
  'de la del las los el du des d l da do das dos di delle dei della am an der den im the santa san saint st von zur zum e y'.split(
    ' ',
  ),
);

/** Words that are in no name of a street. */
export const stop = new Set(
  'is my i and the a to on in at it you was we they es mi y que en est mon ma je et ist mein meine ich und mio mia sono che e meu minha eu o this that for of with by go one two way no'.split(
    ' ',
  ),
);
