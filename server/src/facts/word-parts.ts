import { byWord } from './lazy.ts';

/**
 * The parts that words of medicine are made of: roots, which may follow one another (`ulno` and `carp`), and what a word
 * ends in (`-ectomy`, `-itis`). They make far more words than a list could hold: nobody lists `capsulectomy`, and it is no
 * slip of `capsulotomy`.
 */
const ROOTS: ReadonlySet<string> = new Set(
  'abdomin acetabul acromi aden adip adren alveol amni andr angi aort aponeur append appendic arteri arteriol arthr atel athero atri audi auricul axill bacter bil blephar brachi bronch bronchi bronchiol bucc burs calc calcane capill capsul carcin cardi carp cec celi cerebell cerebr cervic cheil chol choledoch cholecyst chondr chrom clavicul coccyg colon colp condyl conjunctiv copr coracoid corne coron cortic cost coxa crani cry cutane cyan cyst cyt dacry dent derm dermat dips disc disk diverticul dors duoden dur dynam dys electr enamel encephal endometri endotheli enter epicondyl epididym epiglott episi epitheli erythr esophag ethm eti fasci femor ferr fibr fibul foramin front galact gangli gastr gingiv gland gli glob glomerul gloss gluc glut glyc gnath gon gyn gyr hem hemat hemi hepat herni heter hidr hil hist home hyal hydr hygr hymen hypophys hyster iatr idi ile ili immun infundibul inguin irid isch ischi jejun kary kerat kin kinesi labi labyrinth lacrim lact lamin lapar laryng later leiomy leuk ligament lingu lip lith lob lord lumb lymph lymphaden malleol mamm mandibul mast mastoid maxill medi mediastin medull melan men mening menisc ment metacarp metatars metr mitr morph mot muc muscul my myc myel myring narc nas nat necr nephr neur neurit noct nod nucle ocul odont olecran olig omphal onc onych oophor ophthalm opt or orbit orch orchi orchid orth oss oste ot ovari ox palat palm palpebr pancreat papill par parathyroid pariet parotid patell path pector ped pelv perine peritone peron phac phag phalang pharmac pharyng phleb phon phot phren physi pil plantar pleur pneum pneumon pod poly poplite proct prostat psych pteryg pub pudend pulmon pupill pyel pylor pyr radi radicul rect ren reticul retin rhabdomy rhin rhythm sacr salping sarc scaph scapul scler scoli scot seb semin sept ser sial sigmoid sinus sphen sphincter spin spir splen spondyl squam staped stern steth stomat strabism subclavi synov syring tal tars tempor ten tend tendin tenosynov test thalam thenar therm thorac thromb thym thyr thyroid tibi tonsill toxic trabecul trache trachel trapezi trich trochanter tub tympan uln ungu ureter urethr ur uter uve uvul vagin valv valvul vari vas vascul ven ventr ventricul vertebr vesic vesicul vestibul viscer vitre vulv xanth xer zyg zygomat'.split(
    ' ',
  ),
);

const ENDINGS: ReadonlySet<string> = new Set(
  'a ae aemia al algesia algia algias algic ar aric ary ases asis eal ean ectasia ectasis ectomies ectomize ectomized ectomy emesis emia emic ia ial iasis iatric iatrist iatrists iatry ic ical ically icular is ist ists itic itides itis ium ize ized oblast oblastoma ocele oceles ocentesis ochezia ocidal ocide ocyte ocytes ocytic ocytosis odesis odynia oedema ogenesis ogenic ogenous ogram ograms ographer ographers ographic ographically ographies ography oid oides oides oids olith olithiasis oliths ologic ological ologically ologies ologist ologists ology olucent olysis olytic oma omalacia omas omata omatosis omatous omegaly ometer ometers ometric ometry opathic opathies opathy openia openic opexies opexy ophilia ophilic ophobia ophobic oplasties oplasty oplegia oplegic opnea opneic opnoea orrhage orrhagia orrhagic orrhaphies orrhaphy orrhea orrhoea oscope oscopes oscopic oscopically oscopies oscopy osclerosis osclerotic oses osis ospasm ospasms ostasis ostenosis ostomies ostomy otic otomies otomy otoxic otoxicity otripsy otrophic otrophy otropic ous uria uric us'.split(
    ' ',
  ),
);
/** How many letters the longest root has. */
const LONGEST_ROOT = 12;
const MOST_ROOTS = 5;
const SHORTEST = 6;

/** Does a word, from `at` on, go on with roots, a vowel between them, to one of the endings? */
const goesOn = (word: string, at: number, left: number): boolean => {
  for (let end = Math.min(word.length, at + LONGEST_ROOT); end >= at + 2; end--) {
    if (!ROOTS.has(word.slice(at, end))) continue;
    if (ENDINGS.has(word.slice(end))) return true;
    if (left > 1 && (goesOn(word, end, left - 1) || (word[end] === 'o' && goesOn(word, end + 1, left - 1))))
      return true;
  }
  return false;
};

/** Is a word (lower case) made of medicine's roots and one of its endings? */
export const isMadeOfParts = byWord((word: string): boolean => word.length >= SHORTEST && goesOn(word, 0, MOST_ROOTS));

/** Beginnings that make words of medicine out of known ones; some writers set them apart. */
export const PREFIXES: ReadonlySet<string> = new Set(
  'anti arthro bi cardio cervico chemo co contra costo de demi dis electro endo extra gastro hemi hyper hypo infra inter intra lumbo macro mal micro mid mono multi musculo myo neuro non omni ortho osteo over para patho peri physio poly post pre pro pseudo psycho re retro self semi sub super supra thermo thoraco trans tri ultra un under uni'.split(
    ' ',
  ),
);
