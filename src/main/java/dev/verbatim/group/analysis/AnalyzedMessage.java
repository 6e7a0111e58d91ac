package dev.verbatim.group.analysis;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.analysis.DialogueActFeatures.Context;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A chat message with its tokens, the participants it names, and what its words do.
///
/// Two of the same chat are equal only if they are the same object. Immutable after [#classify],
/// which its chat calls once.
public final class AnalyzedMessage {

    // A slash or an exclamation mark and a word, as people command bots.
    private static final Pattern COMMAND = Pattern.compile("^\\s*+[/!.~]\\p{L}.*+");
    // A slash or a dot in a path ends no clause.
    private static final Pattern CLAUSE_END = Pattern.compile("[.!?;:,\\n()\"“”«»—–…*]|\\s-++\\s");
    private static final double ASKING = 0.1;
    private static final int ANNOUNCING = 3;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s++|\\n++");
    private static final Set<DialogueAct> MAY_BE_PART =
            EnumSet.of(DialogueAct.DECISION, DialogueAct.COMMITMENT, DialogueAct.REQUEST);
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private final int index;
    private final ChatMessage message;
    private final List<ChatToken> tokens;
    private final CueLexicon lexicon;
    private final CueLexicon chatLexicon;
    private final ChatParticipants participants;
    private final ParticipantMentions mentions;
    private final BitSet clauseStarts;
    private final Set<String> contentWords;
    private boolean asks;
    private Map<DialogueAct, Double> acts = new EnumMap<>(DialogueAct.class);
    private List<AnalyzedMessage> sentences = List.of();
    private final boolean trivial;

    /// @param index of the message in the chat
    /// @param chatLexicon of the language that most of the chat is written in
    AnalyzedMessage(
            int index, ChatMessage message, ChatParticipants participants, CueLexicon chatLexicon) {
        this.index = index;
        this.message = message;
        this.chatLexicon = chatLexicon;
        this.participants = participants;
        tokens = ChatToken.tokenize(message.text());
        lexicon = CueLexicon.ofLanguageIn(tokens, chatLexicon);
        mentions = ParticipantMentions.find(message, tokens, participants, this::isFunctionWord);
        clauseStarts = findClauseStarts();
        contentWords = findContentWords();
        trivial = contentWords.isEmpty() || lexicon.isTrivial(this);
        asks =
                tokens.size() > bodyStart()
                        && !isCommand()
                        && (hasQuestionMark() || (!exclaims() && has(CueClass.QUESTION)))
                        && !isRhetorical();
    }

    /// Finds its dialogue acts, which also depend on the message before. Without a question mark it
    /// asks only if it is no better explained otherwise.
    void classify(DialogueActClassifier classifier, @Nullable AnalyzedMessage before) {
        boolean sameAuthor = before != null && before.isBy(this);
        var context =
                new Context(
                        before != null && !sameAuthor && before.asks(),
                        sameAuthor,
                        message.replyTo() != null);
        acts = classifier.distribution(DialogueActFeatures.of(this, context));
        sentences = parts();
        for (AnalyzedMessage part : sentences) {
            part.acts = classifier.distribution(DialogueActFeatures.of(part, context));
            for (DialogueAct act : MAY_BE_PART) {
                acts.merge(act, part.probability(act), Math::max);
            }
        }
        asks &=
                hasQuestionMark()
                        || hasQuestionWordWithin(1)
                        || probability(DialogueAct.QUESTION) + probability(DialogueAct.REQUEST)
                                >= ASKING;
    }

    /// Whether one of its first words, after names and openers, is a question word: "from when
    /// on?".
    public boolean hasQuestionWordWithin(int words) {
        return tokens.stream()
                .skip(bodyStart())
                .dropWhile(lexicon::isOpener)
                .limit(words)
                .anyMatch(lexicon::isQuestionWord);
    }

    /// Its sentences, each as if it were said alone; none when it has only one.
    public List<AnalyzedMessage> sentences() {
        return sentences;
    }

    private List<AnalyzedMessage> parts() {
        String[] sentences = SENTENCE_END.split(message.text().strip());
        return sentences.length < 2
                ? List.of()
                : Arrays.stream(sentences)
                        .filter(sentence -> LETTER.matcher(sentence).find())
                        .map(
                                sentence ->
                                        new AnalyzedMessage(
                                                index,
                                                message.with(sentence),
                                                participants,
                                                chatLexicon))
                        .toList();
    }

    /// How probable it is that the message does this. One that decides and promises does both, if
    /// it says so in two sentences.
    public double probability(DialogueAct act) {
        return acts.getOrDefault(act, 0.0);
    }

    private BitSet findClauseStarts() {
        BitSet starts = new BitSet();
        for (int i = bodyStart(); i < tokens.size(); i++) {
            boolean begins =
                    i == bodyStart()
                            || (starts.get(i - 1) && lexicon.isOpener(tokens.get(i - 1)))
                            || CLAUSE_END
                                    .matcher(message.text())
                                    .region(tokens.get(i - 1).end(), tokens.get(i).start())
                                    .find();
            starts.set(i, begins);
        }
        return starts;
    }

    private Set<String> findContentWords() {
        return IntStream.range(0, tokens.size())
                .filter(i -> !mentions.isName(i))
                .mapToObj(tokens::get)
                .filter(ChatToken::isWordOrTag)
                .filter(token -> token.normalized().length() > 1)
                .filter(token -> !isFunctionWord(token.normalized()))
                .map(ChatToken::stem)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The position of the message in the chat, from 0.
    public int index() {
        return index;
    }

    public ChatMessage message() {
        return message;
    }

    public Author author() {
        return message.author();
    }

    public boolean isBy(AnalyzedMessage other) {
        return author().is(other.author());
    }

    public List<ChatToken> tokens() {
        return tokens;
    }

    /// The index of the first token after the names that the message begins with.
    public int bodyStart() {
        return mentions.bodyStart();
    }

    /// Whether a token is part of a participant's name.
    public boolean isName(int token) {
        return mentions.isName(token);
    }

    /// The ids of the participants that the message names, without its author.
    public Set<String> named() {
        return mentions.named();
    }

    /// The ids of those named before anything is said, with an `@`, or by a link.
    public Set<String> addressees() {
        return mentions.addressed();
    }

    /// The stems of the words that say something about a subject.
    public Set<String> contentWords() {
        return contentWords;
    }

    /// How many tokens the message has besides names.
    public int length() {
        return tokens.size() - mentions.nameTokens();
    }

    /// Whether a word says nothing about a subject, in the message's language or in the chat's.
    public boolean isFunctionWord(String normalized) {
        return lexicon.isFunctionWord(normalized) || chatLexicon.isFunctionWord(normalized);
    }

    boolean startsClause(int token) {
        return clauseStarts.get(token);
    }

    /// Whether a clause that starts here is no part of the sentence before: in many languages a
    /// comma and a question word open a subordinate clause.
    boolean startsSentence(int token) {
        boolean follows =
                token > bodyStart()
                        && message.text()
                                .substring(tokens.get(token - 1).end(), tokens.get(token).start())
                                .contains(",");
        return !follows
                || IntStream.range(bodyStart(), token)
                        .allMatch(i -> isName(i) || lexicon.isOpener(tokens.get(i)));
    }

    /// Whether the message contains a cue.
    public boolean has(CueClass cue) {
        return lexicon.has(cue, this);
    }

    /// Whether the message begins with a cue, openers such as "well" and "so" aside.
    public boolean opens(CueClass cue) {
        return lexicon.opens(cue, this);
    }

    /// Whether a token says when something is: a day, or a number.
    public boolean isTime(ChatToken token) {
        return (token.kind() == ChatToken.Kind.NUMBER && !token.isDecimal())
                || lexicon.hasWord(CueClass.TIME, token.normalized());
    }

    /// Whether it tells a bot to do something.
    public boolean isCommand() {
        return COMMAND.matcher(message.text()).matches();
    }

    public boolean hasLink() {
        return !message.links().isEmpty()
                || tokens.stream().anyMatch(token -> token.kind() == ChatToken.Kind.LINK);
    }

    /// Whether it says nothing that anybody would quote.
    public boolean isTrivial() {
        return trivial;
    }

    /// Whether it asks something that can be answered.
    public boolean asks() {
        return asks;
    }

    private boolean exclaims() {
        return message.text().stripTrailing().endsWith("!");
    }

    private boolean isRhetorical() {
        return (contentWords.size() < 3 && has(CueClass.RHETORICAL)) || answersItself();
    }

    /// "Lunch? The café is open again": a few words that only announce what follows.
    private boolean answersItself() {
        String text = message.text();
        int mark = text.lastIndexOf('?');
        return mark > 0
                && text.indexOf('?') == mark
                && !has(CueClass.QUESTION)
                && tokens.stream().filter(token -> token.end() <= mark).count() <= ANNOUNCING
                && tokens.stream().filter(token -> token.start() > mark).count() > ANNOUNCING
                && !hasQuestionWordWithin(1);
    }

    /// A question mark after words.
    private boolean hasQuestionMark() {
        return LETTER.matcher(message.text()).find() && QuestionMarks.ask(message.text(), tokens);
    }

    /// The sentences that end with a question mark, or the whole text when none does. What else a
    /// message says around its question only blurs the search for an answer.
    public List<String> questions() {
        List<String> questions = QuestionMarks.questions(message.text());
        return questions.isEmpty() ? List.of(message.text()) : questions;
    }
}
