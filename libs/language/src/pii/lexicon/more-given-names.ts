/** More given names, by region; words that are mostly something else are kept in `ambiguous-names.ts`. Folded. */
export const MORE_GIVEN_NAMES: readonly string[] = // Britain, Ireland, North America
  (
    'abigail ada addison adelaide agatha agnes aidan ailsa alastair alexa alfie alfred algernon alison alistair amelia amos amya anastasia angus annabel annabelle annie ansel ' +
    'anthea arabella archie ariana arlene arnold aubrey audrey ava avery barney barry basil becky bella bernadette bernice bertie bess bethany bethan betsy bev blake blanche bob bonnie ' +
    'brad bradley branwen brendan brent bridget bridie bronagh bronwen bryony caitlin callum cameron candice carmel carol carole carrie carys cassandra cassie cecil cecilia ceri chad chelsea ' +
    'cheyenne chris chrissie ciara ciaran cillian clarence clarissa clem cliff clint clive clodagh cody colleen connie connor conor constance cora cormac cornelius courtney craig cyril dafydd ' +
    'daisy dale damian damien dan danny daphne darragh darren dave davey dean debbie deborah declan deirdre della delroy demi dennis dermot derry desmond dewi diarmuid dillon dolly dominic ' +
    'donovan dora doreen dougal dougie duncan dwayne dwight eamonn earl ebenezer eddie edgar edith edmund edna edwin effie eileen eilidh eimear eleanor eliza ella ellen ellie ellis elmer elsie ' +
    'elspeth elton elvis emmett enid enya erica erin ernest esme estelle esther ethel eugene eunice eva evan eve evie ewan ezekiel felicity fergal fergus fern fletcher flora florrie floyd ' +
    'fraser fred freddie freddy freya gareth gary gavin gemma gene geoff geoffrey georgia georgie georgina geraint geraldine gertrude gideon gilbert gina ginny gladys glenda glenn glenys ' +
    'godfrey goronwy grainne grayson greg greta gretchen griff gus gwen gwyn gwyneth hal hamish hamza harley harriet harrison harvey hattie hayden hayley hazel heidi herbert herman hettie hilary ' +
    'hilda horace howard huw hubert hugh humphrey iain ike imelda imogen ina iona ira irma irving isaac isaiah isla ivor ivy jacinta jackie jackson jade jaden jake jamie jan jasmine jasper jayden ' +
    'jeanette jeb jed jeff jemima jenna jennie jenny jeremiah jerome jess jessie jethro jill jillian jim jimmy jo joanna joanne joanie jocelyn jodie joel joey johnny jonah joni josephine josh josie ' +
    'joss juliana juliet june justine kaitlyn kara karl kate katie kathy katy kay kaye kayden keeley keira keisha keith kellie kelsey kelvin ken kenny kenzie keri kerry kev kieran kim kimberley ' +
    'kirk kirsten kirsty kit kristen kristina kurt kyla kylie kyra lachlan lana lance lara larissa laurie lavinia leah leanne lee leigh len lena leona leroy leslie lester letitia lettie lewis lex lillian ' +
    'lily linnea lionel liz lizzie lloyd logan lois lola loretta lorna lorraine lottie lou louie louise lucian lucille lucinda lucy luke luther lydia lyle lynda lynette lynn lynne mabel macy maddie ' +
    'madeleine madeline mae maeve magda maggie maisie malachy mandy marcia marcie margery margot marguerite marian marianne marie marina marion marjorie marlene marlon marnie marsha marvin matilda ' +
    'matt maude maura maureen maurice mavis max maxine meg melanie melinda melody melvin mercy meredith merle mervyn mia mick mickey mike mildred miles millicent millie milo mindy minnie miranda ' +
    'miriam mitchell moira molly mona montgomery morag morgan morris mort moses muriel murray myles myra myrtle nadine nan nanette naomi natasha nate nathaniel ned neil nell nellie nerys nessa nettie neville ' +
    'nicky nicola nicolas niall nina noel noelle nora noreen norma norman nuala octavia odette oisin olive ollie opal ophelia orla orlaith orville osborne oscar otis owen padraig paige pamela pansy ' +
    'parker patsy patti patty pauline pearl peggy penelope penny percy perry pete petra phil phillip phillipa philippa philomena phoebe phyllis pippa polly portia preston primrose priscilla prudence quincy ' +
    'rachael ralph ramona randall ray raymond reece reg reggie reginald reuben rex rhea rhiannon rhoda rhona ricky riley rita robbie roberta robin robyn rod roddy roderick rodney roisin roland ron ronan ' +
    'ronnie rory rosalind rosamund rosanna roseanne rosemary rosie ross rowan rowena roxanne roy ruben rufus rupert russ russell rusty ryder sadie sally sam sammy sandy saoirse sasha saul scarlett sebastian ' +
    'selina selma seth seamus shane shannon shaun shauna sheena sheila shelby sheldon shelley sheridan sheryl shona sian sid sidney silas simeon sinead sonya sophie stacey stacy stan stella steph steve stevie ' +
    'stewart stuart sue susannah suzanne suzie suzy sybil sylvester sylvia tabitha tamara tammy tamsin tania tanya tara tasha ted teddy terence terri tess tessa thea thelma theo theodora tia tiffany tilda tilly tim ' +
    'timmy tina toby todd tom tommy toni tony tracey tracy travis tricia trina trish tristan trixie trudy tyrell ultan una ursula valerie vanessa vaughn vera verity vernon vicky vikki viola violet vivian vivien vivienne wallace ' +
    'wanda warren wendell wendy wes whitney wilbur wilfred wilhelmina wilma winifred winnie winston xander xavier yasmin yasmine yvonne zac zach zack zane zara zelda zena zoe zola ' +
    // Africa, Caribbean
    'abdoulaye abdou abiodun abimbola achieng adama adeola adewale aduke afua aicha aissatou aissata akin akinyi akua ama amara amadou aminata anthonia ayo ayodele baraka binta blessing bolanle boubacar bukola chiamaka ' +
    'chidinma chika chimamanda chinwe chioma cheikh demba desta ebere efua ekene ekow enoch eno esi ezinne fanta femi folasade funke funmi gamal gathoni godwin habiba hadiza haile halima hamidou idris ifeanyi ifunanya ikechukwu ime imani ' +
    'isatou issa itumelang jabari jomo juma kamau katlego kelechi khadidja kofi koffi kojo kouame kwabena kwasi lindiwe lulu lungile makena makhosi mamadou mandla mbali mariama mehari moussa mpho mwangi naledi nana ndidi neema ngoni njeri ' +
    'nnamdi nokuthula ntombi nyambura obi ogechi okechukwu olamide olumide omolara onyeka osagie ousmane oumar ouma rotimi rufaro salimata sanele seun seydou sekou siphiwe siyabonga sizwe souleymane tafadzwa tendai temitope thandi thandiwe themba thulani ' +
    'titilayo tolu tumelo uche uchenna wangari wanjiru winnie xolani yaa yaw yemi yewande zanele zodwa zola zuri makeda tafari ' +
    // Arabic world, Turkey, Iran
    'abbas abdallah abdelkader abdellah abderrahmane abdulaziz adel adnan ahlam alaa amal anas anwar asim asmaa assia aya ayman aymen aziz aziza badr bashir basma bassam brahim chaima dalal dalia dina driss ebtisam emad fadi fahad faisal fares ' +
    'farid farida faridah farouk fatiha fatimah fayza fouad ghada ghassan hadi hafsa hakim hala hamid hanan hani hanane haneen hicham hind houda hussam ibtissam idris ihab imad iman imane ines jalal jamila jawad karim karima kamal kamel kenza khaled ' +
    'khalil lamia latifa lina lubna maha mahdi mahmoud majid malak malika mansour marwa marwan maryam maysa mehdi mona mounir mourad mouna muna mustapha nabil nada nadir nahla naima najib najwa nasser nawal nazir nizar noor nora nour noura ' +
    'omaima osama othman rabia rachid rachida rafik rami rana rania rasha reda reem rima rita riyad sabah sabrina saad saeed safa safiya said salah saleh salem salim salima salma sami samia samir sana sara selma siham soraya soufiane soumia tahar ' +
    'taha tamer walid wafa wael wassim widad yahya yassin yassine younes youssef yousef zaid zakaria zaynab zeinab ziad zineb zohra ahmet aydin aylin aysegul aysun baris berk burak bulent can canan cem cemal cengiz deniz derya dilek ebru ece ' +
    'emine engin erdem erkan erol esra fatih ferhat filiz furkan gokhan gul gulay gulsen hakan halil hatice hulya huseyin ibrahim ilker ipek kadir kemal kerem leyla meltem mert mesut metin nazli nur nuray nurcan okan omer onur orhan ozan ozge ' +
    'ozlem pinar recep selim selin semra serdar serkan sevgi sevim sibel sinan songul tarkan tolga turgut tulay ufuk umit umut yasemin yavuz yilmaz yusuf zehra zuhal arash azadeh babak bahar behrouz dariush farhad fariba fereshteh golnaz hossein ' +
    'kaveh keyvan kourosh ladan laleh mahsa maryam mehran minoo mitra nasrin navid negar nima niloufar parisa parviz payam reza roya sahar sepideh setareh shahin shahram shirin simin soheila yasaman zahra ' +
    // South Asia
    'aadhya aarav aditi aditya ajay ajit akash akhil akshay aman amar amita amitabh ananya anika anil anjana ankit ankita anoushka ansh anuja anup anupam aparna archana arif aryan arvind asad asif atul ayesha ayush babita balwinder bhavesh bhavna ' +
    'chandra charu chetan daljit darshan davinder devi dhruv dilip dinesh divya faisal faiza fariha farooq farhan firoz gagan ganesh gaurav geeta girish gopal govind gulzar harish harsh harsha hemant hina humaira ifrah imtiaz indira inderjit iqbal irfan ' +
    'ishaan ishita jagdish jai jasmeet jasvinder javed jaya jayesh jyoti kabir kajal kamala kamran karan karthik kaur kavya keerthi khurram kiran kishore komal krishna kriti kulwinder kumar lalita lata lakshman madhavi madhu mahendra mahesh mahnoor ' +
    'mala mandeep manish manisha manju manoj maya meenakshi meghna mira mohan mohit mukesh muneeb mustafa nadeem naeem nandini naresh narinder nasir naveen navdeep nawaz nazia nikhil nikita nilesh nimra nirmala nitin noreen padma pankaj parminder ' +
    'parveen pavan poonam prabha pradeep prakash pramod pranav prasad prashant pratibha preeti prem priyanka radha raghav rahim raja rajan rajeev rajendra rajiv rajni rakesh ramani ranjit rashmi ratna reena renu reshma rida ritu riya rizwan roshan rubina rukhsana ruksana ' +
    'sabiha sachin sadia saima saira sajid salman sameer samina sandeep sangeeta sanjana sanjeev santosh sapna saqib sarita sarojini satish saurabh savita seema shabana shabnam shafiq shahid shahzad shakeel shakti shalini shankar sharmila sheela shilpa shiv ' +
    'shobha shreya shruti shyam siddharth sneha sohail sonal sonali sridhar subhash sudha sujata suman sumit suraj surinder sushma swapna swati tahir tanvi tanveer tara tejal umesh usha vaibhav vandana varsha varun vidya vijaya vikas vimal vinay ' +
    'vineet vinod vishal vivek waqar waseem yash yogesh zafar zahid zahra zain zara zeenat zubair ' +
    // East and South-East Asia, Pacific
    'akihiro akiko aiko asuka ayumi chihiro daichi daisuke emi fumiko hana haruka haruki hayato hideo hikari hinata hiroko hitomi ichiro isamu jun junko kana kaori kazuko kazuo keiko keiji kenta koji kumiko kyoko maiko makoto mariko masaki masako megumi ' +
    'mei michiko midori minoru misaki mitsuko miyuki momoko nao naoki naoko natsuki nobuko noriko reiko rin ryo ryota sachiko satoshi sayuri shigeru shinji shiori shota sora tadashi taichi takashi takeshi takumi taro tatsuya tetsuya tomoko toshiro tsubasa ' +
    'yamato yasuko yoko yoshi yoshiko yosuke yui yuka yukiko yuko yumi yumiko yuto bao bo chao cheng chun fang feng guang hao hong hua hui jia jian jie jing jun kai lan lei li lin ling mei min ning ping qiang qing rong shan shu tao ting wei wen xia xiang xin xiu ' +
    'xue yan yang ying yong yu yuan yun zhen zhi zihan haein hana hyejin hyun hyunwoo jaehyun jihoon jimin jisoo jiwoo jiyoung joon kyung minho minji minjun minseo sangwoo seojun seoyeon seungmin soojin sungho taeyang woojin yejin yoonah youngho yuna ' +
    'anh binh chau cuong dung duc duong giang hai hanh hien hieu hoa hoang huong huy khanh khoa kim lan long mai minh nam nga ngoc nhung phuong quan quang quynh tam thanh thao thi thu trang trinh trung tuan tuyet van viet vinh yen ' +
    'arnel bayani corazon crisanto dalisay danilo divina erlinda jhun ligaya liezl luzviminda maricel marites reynaldo rizal rodel rowena agus bambang budi dewi dian eka fitri indah ketut made putu ratna siti sri wayan yuli nattapong niran pim ploy somchai somsak suda ' +
    'aroha hemi kahu mana manaia mere ngaire rangi tama tane tui sione lupe mele losa '
  )
    .trim()
    .split(/\s+/);
