import { EUROPEAN_GIVEN_NAMES } from './lexicon/european-given-names.js';
import { MORE_GIVEN_NAMES } from './lexicon/more-given-names.js';

/** Given names common in the six languages' regions; those that are mostly something else are left out. Folded. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set([
  ...EUROPEAN_GIVEN_NAMES,
  ...MORE_GIVEN_NAMES,
  ...(
    'sebastian dominik fabian marcel pascal rene patrick niklas timo jannik hendrik torben malte sonke antje maren wencke friederike antoine maxime adrien bastien cedric loic gregoire bertrand gilles alain regis mohammed muhammad ahmed abdul ibrahim ismail omar ali fatima khadija chukwuma obinna nkechi marcus curtis leroy wayne clifford stanley leonard vincent theodore gordon malcolm trevor nigel clive graham keith derek roy janet maureen doreen sheila brenda glenda beryl edna mabel winifred hilda agnes hamish declan noreen siobhan niamh aoife ciaran cormac eoin sinead orla roisin callum ewan fraser lachlan angus morag isla eilidh fiona gareth rhys dylan cerys bronwyn ' +
    'gurpreet harpreet manpreet jaspreet amrit priya anjali deepak rajesh suresh ramesh sanjay vikram arjun rohan rahul amit sunil kavita sunita lakshmi meena pooja neha ravi anand ' +
    'ashok vijay nisha asha rekha farah imran bilal usman tariq yusuf hamza khalid rashid samira layla leila nadia amina aisha fatoumata mariam zainab hassan hussein mehmet ' +
    'mustafa emre ayse fatma zeynep elif murat olusegun oluwaseun chinedu chidi emeka ngozi adaeze chiamaka ifeoma tunde kehinde taiwo folake adebayo babatunde kwame kofi abena ' +
    'akosua thabo sipho nomsa lerato deshawn tyrone jamal lamar malik darnell latoya keisha shanice lakisha tamika ebony jermaine terrell marquis devon andre janelle shawna ' +
    'bjorn sven ingrid astrid sigrid lars nils olaf anders henrik magnus freya wojciech piotr krzysztof agnieszka malgorzata katarzyna tomasz pawel zofia jakub vladimir dmitri ' +
    'sergei natasha olga irina svetlana tatiana oksana andriy bogdan ioana mihai florin radu wei ming xiao hiroshi kenji yuki akira haruto sakura jisoo nguyen thuy linh ' +
    'pierre jean jacques michel philippe bernard gerard didier thierry brigitte veronique chantal sylvie nathalie delphine aurelie celine mathilde clemence capucine thibault quentin ' +
    'guillaume yannick gaetan ghislaine josette mireille odile yvette solange annegret wiebke gesine hannelore edeltraud rosemarie liselotte irmgard waltraud ottilie ruediger ' +
    'hartmut detlef eberhard friedhelm juergen guenther heinrich joaquin concepcion guadalupe rosario montserrat inmaculada pilar mercedes begona amparo remedios dolores consuelo ' +
    'encarna nuria itziar iker aitor jordi xavier oriol guillermo ignacio gonzalo alvaro emilio ramiro hernan ximena yolanda maribel marisol josefa fernanda rosalia graciela ' +
    'donatella ornella mirella loredana antonella cinzia patrizia raffaella graziella ermenegildo gennaro ciro pasquale carmine rocco gaetano salvatore nicoletta tiziana ' +
    'conceicao fatima lurdes graca ivone deolinda armindo joaquim adelino valdir edson wesley anderson jefferson cleide rosangela ivete neusa jussara thais bianca kaua ' +
    'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven paul andrew joshua kenneth kevin brian george ' +
    'edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick jack dennis jerry ' +
    'tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence ' +
    'jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent liam philip harry oliver oscar leo simon graham nigel ian colin derek trevor ' +
    'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah ' +
    'stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria ' +
    'catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria ' +
    'sara janice ann kathryn abigail sophia frances jean alice judy isabella julia amber denise marilyn danielle beverly charlotte natalie theresa diana brittany doris kayla alexis ' +
    'lori marie priya aisha fatima mohammed muhammad ahmed ali omar hassan yusuf amir wei ming chen raj sanjay anita sunita deepak ravi arjun fiona siobhan aoife niamh gareth rhys ' +
    'antonio manuel francisco javier carlos miguel rafael pedro angel alejandro fernando sergio pablo jorge alberto luis alvaro diego adrian raul ivan enrique ramon vicente ' +
    'andres joaquin santiago eduardo victor roberto jaime mario ignacio alfonso salvador ricardo emilio julian guillermo gonzalo hugo mateo martina lucia carmen josefa isabel dolores ' +
    'pilar ana cristina antonia mercedes rosario elena francisca juana beatriz raquel silvia patricia rocio irene montserrat encarnacion sonia ines marta alba nuria ' +
    'guadalupe ximena camila valentina renata sofia daniela mariana fernanda paula lorena adriana yolanda ' +
    'jean pierre michel andre philippe alain jacques bernard louis nicolas christophe laurent francois julien stephane frederic pascal thierry olivier sebastien eric gilles ' +
    'vincent guillaume antoine maxime alexandre mathieu romain thibault luc yves henri camille chloe lea manon juliette celine aurelie emilie sandrine veronique nathalie isabelle ' +
    'sylvie monique catherine francoise jacqueline brigitte valerie dominique martine stephanie caroline sophie claire helene amelie elodie pauline mathilde margaux anais ' +
    'hans peter klaus wolfgang jurgen dieter manfred uwe gunter horst bernd karl heinz werner stefan andreas thomas matthias markus christian sven jens torsten frank ralf holger ' +
    'lukas leon finn jonas felix maximilian moritz tobias florian philipp johannes sabine petra monika ursula helga renate ingrid gisela karin brigitte christa elke heike birgit ' +
    'susanne andrea claudia nicole katrin anja stefanie julia lena leonie hannah mia johanna greta frieda ilse jutta katja svenja ulrike annette ' +
    'giuseppe giovanni mario luigi angelo vincenzo pietro salvatore franco domenico bruno paolo michele giorgio aldo luciano carlo marco andrea matteo lorenzo alessandro francesco ' +
    'davide riccardo simone federico stefano fabio gianluca massimo claudio giulia chiara francesca federica sara martina silvia valentina alessandra elisa laura giovanna rosa angela ' +
    'lucia paola caterina teresa rita elena bianca ginevra aurora beatrice arianna giorgia ilaria serena roberta simona daniela ' +
    'joao jose antonio manuel francisco carlos paulo pedro luis marcos lucas rodrigo thiago tiago bruno gustavo felipe filipe rafael vinicius leandro marcelo fabio diogo goncalo nuno rui ' +
    'duarte afonso bernardo henrique guilherme caio murilo mariana ana maria juliana fernanda patricia aline camila bruna jessica leticia amanda larissa beatriz catarina margarida ' +
    'matilde leonor carolina rita joana ines marta sofia raquel vera tania sandra teresa helena luisa lourdes aparecida francisca adriana luciana renata vanessa simone claudia'
  ).split(' '),
]);
