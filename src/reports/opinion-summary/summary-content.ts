import { dateOf } from '../../bodies/domain/working-days.js';
import type { AskedMemberDto, OpinionRequestDto, QuestionDto, QuestionResultDto } from '../../opinions/opinions.dto.js';

export type SummaryLanguage = 'vi' | 'en';
export type SummaryWords = Readonly<Record<string, string>>;

interface CommentGroup {
  title: string;
  entries: { who: string; where: string; text: string }[];
}

/** Everything the document says; each field is there, since Typst has no optional ones. */
export interface SummaryContent {
  language: SummaryLanguage;
  words: SummaryWords;
  body: string;
  about: string;
  place: string;
  made: string;
  madeOn: { year: number; month: number; day: number };
  facts: { label: string; text: string }[];
  questions: { title: string; text: string; header: string[]; rows: string[][]; hasTaken: boolean; arithmetic: string; citation: string }[];
  members: { seatNumber: number; title: string; name: string; replies: string[]; prepared: string | null; at: string }[];
  comments: CommentGroup[];
  conclusion: string;
  end: string;
}

export interface SummarySources {
  request: OpinionRequestDto;
  body: { name: string; nameEn: string };
  language: SummaryLanguage;
  words: SummaryWords;
  now: Date;
}

/** The words of a closed request's summary, in one language. Deemed agreement stands apart from a cast one, everywhere. (product/rules.md §5) */
export function summaryContent(sources: SummarySources): SummaryContent {
  const { request, body, language, words, now } = sources;
  const say = teller(words);
  const pick = picker(language);
  const today = partsOf(now);
  return {
    language, words, body: pick(body.name, body.nameEn), about: say('about', { title: pick(request.title, request.titleEn) }), place: say('place', { date: say('date', today) }),
    made: say('made', { time: say('at', today), id: request.id }), madeOn: { year: Number(today.year), month: Number(today.month), day: Number(today.day) },
    facts: factsOf(sources), questions: request.questions.map((question, index) => questionOf(sources, question, index + 1)),
    members: membersOf(request).map((member) => memberOf(sources, member)), comments: commentsOf(sources),
    conclusion: pick(request.conclusion ?? '', request.conclusionEn) || say('noConclusion'), end: words[`end.${request.state}`] ?? '',
  };
}

function factsOf({ request, language, words }: SummarySources): SummaryContent['facts'] {
  const say = teller(words);
  const at = (iso: string | null): string => (iso === null ? '' : say('at', partsOf(new Date(iso))));
  const count = (state: AskedMemberDto['state']): number => membersOf(request).filter((member) => member.state === state).length;
  const extensions = request.history.filter(({ act }) => act === 'extend').map((step) => ({ label: say('extended'), text: [at(step.at), step.reason ?? ''].filter((part) => part !== '').join(': ') }));
  return [
    { label: say('rule'), text: picker(language)(request.ruleSet.citation, request.ruleSet.citationEn) },
    { label: say('sent'), text: at(request.sentAt) },
    { label: say('due'), text: `${at(request.dueAt)} (${say('workingDays', { count: request.workingDays })})` },
    ...extensions,
    { label: say('closed'), text: at(request.closedAt) },
    { label: say('form'), text: say(request.isPublic ? 'public' : 'closedKind') },
    { label: say('asked'), text: String(request.memberCount) },
    { label: say('answers'), text: say('counts', { answered: count('answered'), deemed: count('deemed'), missing: count('notAnswered') }) },
  ];
}

const COUNTED = ['agree', 'deemed', 'disagree', 'otherOpinion', 'abstain', 'notAnswered'] as const;

function questionOf({ language, words }: SummarySources, question: QuestionDto, number: number): SummaryContent['questions'][number] {
  const say = teller(words);
  const pick = picker(language);
  const { result } = question;
  const head = { title: say('question', { number }), text: pick(question.text, question.textEn) };
  if (result === null) return { ...head, header: [say('answer'), say('count')], rows: [], hasTaken: false, arithmetic: '', citation: '' };
  const ends = { arithmetic: arithmeticOf(result, words), citation: pick(result.citation, result.citationEn) };
  if (question.kind === 'choices') {
    const rows = COUNTED.filter((each) => each === 'agree' || each === 'disagree' || result.tally[each] > 0).map((each) => [say(each), String(result.tally[each])]);
    return { ...head, ...ends, header: [say('answer'), say('count')], rows: [...rows, [say('total'), String(result.members)]], hasTaken: false };
  }
  const labelOf = (id: string): string => {
    const option = question.options.find((each) => each.id === id);
    return option === undefined ? '' : pick(option.label, option.labelEn);
  };
  const options = (result.options ?? []).map(({ id, votes, chosen, tied }) => [labelOf(id), String(votes), tied ? say('tied') : say(chosen ? 'yes' : 'no')]);
  const rest = (['otherOpinion', 'abstain', 'notAnswered'] as const).filter((each) => result.tally[each] > 0).map((each) => [say(each), String(result.tally[each]), '']);
  return { ...head, ...ends, text: `${head.text} (${say('most', { most: question.most })})`, header: [say('option'), say('votes'), say('chosen')], rows: [...options, ...rest], hasTaken: true };
}

/** What was needed, what was counted, and what follows: as on screen. */
function arithmeticOf({ tally, needed, base, of, outcome, tie, decidedBy, options }: QuestionResultDto, words: SummaryWords): string {
  const say = teller(words);
  const parts = tally.deemed > 0 ? say('parts', { agree: tally.agree, deemed: tally.deemed, sum: tally.agree + tally.deemed }) : say('partsPlain', { agree: tally.agree });
  const counted = options === undefined ? parts : options.map(({ votes }) => String(votes)).join(' · ');
  return [say('needs', { needed, base, of: say(`of.${of}`), parts: counted, outcome: say(`outcome.${outcome}`) }), tie ? say(`tie.${decidedBy}`) : ''].filter((part) => part !== '').join(' ');
}

function memberOf({ request, language, words }: SummarySources, member: AskedMemberDto): SummaryContent['members'][number] {
  const say = teller(words);
  const pick = picker(language);
  const many = request.questions.length > 1;
  const replies = (member.answers ?? []).map(({ questionId, choice, selected }) => {
    const at = request.questions.findIndex(({ id }) => id === questionId);
    const labels = (request.questions[at]?.options ?? []).filter(({ id }) => selected.includes(id)).map((option) => pick(option.label, option.labelEn));
    const said = labels.length > 0 ? labels.join('; ') : say(choice);
    return many ? `${at + 1}. ${said}` : said;
  });
  const silent = member.state === 'deemed' ? say('deemed') : say('notAnswered');
  const { draftedBy } = member;
  return {
    seatNumber: member.seatNumber, title: pick(member.title, member.titleEn), name: pick(member.name, member.nameEn), replies: member.state === 'answered' ? replies : [silent],
    prepared: draftedBy === null ? null : say('prepared', { name: pick(draftedBy.name, draftedBy.nameEn) }), at: member.answeredAt === null ? '' : say('at', partsOf(new Date(member.answeredAt))),
  };
}

function commentsOf({ request, language, words }: SummarySources): CommentGroup[] {
  const say = teller(words);
  const pick = picker(language);
  const members = membersOf(request);
  const where = (questionId: string | null): string => {
    const at = request.questions.findIndex(({ id }) => id === questionId);
    return at < 0 ? say('onWhole') : say('onQuestion', { number: at + 1 });
  };
  const who = (member: AskedMemberDto): string => pick(member.title, member.titleEn);
  const weights = (['blocking', 'should', 'remark'] as const).map((weight) => ({
    title: say(weight), entries: members.flatMap((member) => member.comments.filter((comment) => comment.weight === weight).map(({ questionId, text }) => ({ who: who(member), where: where(questionId), text }))),
  }));
  const groups = [
    { title: say('discussions'), entries: members.flatMap((member) => (member.discussion === null ? [] : [{ who: who(member), where: where(null), text: member.discussion }])) },
    ...weights,
    { title: say('others'), entries: members.flatMap((member) => (member.answers ?? []).flatMap(({ questionId, text }) => (text === null ? [] : [{ who: who(member), where: where(questionId), text }]))) },
    { title: say('files'), entries: members.flatMap((member) => member.files.map(({ fileName }) => ({ who: who(member), where: where(null), text: fileName }))) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function membersOf({ members }: OpinionRequestDto): AskedMemberDto[] {
  return members ?? [];
}

/** Fills in what stands in double braces. */
function teller(words: SummaryWords): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  return (key, values = {}) => (words[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

function picker(language: SummaryLanguage): (vi: string, en: string | null) => string {
  return (vi, en) => (language === 'en' && en ? en : vi);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });

/** Day, month, year and hour in Viet Nam. */
function partsOf(at: Date): Record<'day' | 'month' | 'year' | 'clock', string> {
  const [year = '', month = '', day = ''] = dateOf(at).split('-');
  return { year, month, day, clock: CLOCK.format(at) };
}
