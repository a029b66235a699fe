/** Surnames common in the six languages' regions; those that are mostly something else are left out. Folded. */
export const SURNAMES: ReadonlySet<string> = new Set(
  (
    'smith jones williams taylor davies evans thomas johnson roberts robinson thompson wright hughes edwards clarke jackson harris clark lewis patel morris phillips davis bennett ' +
    'griffiths hussain khan begum campbell stewart mcdonald macdonald murphy kelly sullivan byrne ryan connor doyle gallagher doherty kennedy lynch quinn nolan fitzgerald mccarthy ' +
    'mcloughlin donnelly anderson wilson martin thomson paterson henderson morrison hamilton wallace gibson fraser simpson ferguson cunningham mitchell richardson watson ' +
    'ellis chapman fisher barnes hawkins pearson dixon holloway pemberton whitaker ashworth braithwaite hargreaves sutcliffe fairweather blenkinsop whitlock thornbury ' +
    'rodgers sanders jenkins perkins coleman washington jefferson freeman boateng mensah owusu asante okafor okonkwo adeyemi adebayo obi eze nwosu okeke balogun abubakar ' +
    'singh kaur sharma gupta kumar mehta shah desai reddy iyer nair menon chaudhary chowdhury rahman ahmed malik mahmood siddiqui sheikh ansari verma mishra banerjee mukherjee ' +
    'chatterjee das bose joshi kulkarni deshmukh patil venkataraman subramanian krishnan nguyen tran pham huynh wang zhang liu chen yang huang zhou kim park choi jung tanaka ' +
    'suzuki yamamoto watanabe nakamura garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez romero ' +
    'alonso gutierrez navarro torres dominguez vazquez ramos ramirez serrano blanco molina suarez ortega delgado castro ortiz rubio marin sanz iglesias nunez medina garrido ' +
    'castellanos herrera aguilar mendoza vargas guzman rojas salazar cabrera contreras espinoza villanueva quiroga bernard dubois durand moreau laurent simon michel lefebvre ' +
    'lefevre leroy roux bertrand morel fournier girard bonnet dupont lambert fontaine rousseau vincent muller mercier blanc guerin boyer garnier chevalier francois legrand gauthier ' +
    'perrin robin clement morin nicolas henry roussel mathieu gautier masson thibodeau tremblay gagnon bouchard pelletier bergeron mueller schmidt schneider fischer weber meyer ' +
    'wagner becker schulz hoffmann schafer koch bauer richter klein schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt krause meier lehmann schmid ' +
    'schulze maier kohler herrmann konig mayer huber kaiser fuchs scholz moller vogt yilmaz kaya demir celik sahin kowalski nowak wisniewski lewandowski rossi russo ferrari esposito ' +
    'bianchi romano colombo ricci marino greco bruno gallo conti mancini costa giordano rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone ' +
    'longo gentile martinelli vitale lombardo serra coppola bortolotti bellini pellegrini palumbo sanna silva santos ferreira pereira oliveira rodrigues martins sousa souza ' +
    'fernandes goncalves gomes lopes marques almeida alves ribeiro pinto carvalho teixeira moreira correia mendes nunes soares vieira monteiro cardoso rocha neves coelho cunha ' +
    'pires ramos reis simoes antunes matos fonseca barbosa araujo nascimento moraes cavalcanti azevedo'
  ).split(' '),
);
