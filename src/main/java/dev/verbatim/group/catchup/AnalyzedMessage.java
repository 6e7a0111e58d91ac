package dev.verbatim.group.catchup;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A message that was read: its words, and what they do.
final class AnalyzedMessage {

    // A slash or an exclamation mark and a word, as bots are spoken to.
    private static final Pattern COMMAND = Pattern.compile("^\\s*[/!.~]\\p{L}[\\p{L}\\p{N}_-]*.*");
    // A place in a path is no end of a clause.
    private static final Pattern CLAUSE_END = Pattern.compile("[.!?;:,\\n()\"“”«»—–…*]|\\s-+\\s");
    private static final Pattern QUESTION_MARK =
            Pattern.compile("[?？؟](?![\\p{L}\\p{N}=&%/.]*[=&/%]|[\\p{L}\\p{N}])");
    private static final Pattern ASIDE = Pattern.compile("\\(\\s*(?:\\S+\\s+){0,2}\\S*\\?+\\s*\\)");
    private static final Pattern NAME_END = Pattern.compile("[:,;>]+$");
    private static final Pattern QUESTION_END = Pattern.compile("[?？؟]\\p{P}*$");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private final int index;
    private final ChatMessage message;
    private final List<ChatToken> tokens;
    private final CueLexicon book;
    private final CueLexicon usual;
    private final BitSet names;
    private final int body;
    private final BitSet clauses;
    private final Set<String> spokenTo;
    private final Set<String> content;
    private final boolean asks;
    private final boolean trivial;

    /// @param index of the message in the chat
    /// @param usual the language of the chat
    AnalyzedMessage(
            int index, ChatMessage message, ChatParticipants chatParticipants, CueLexicon usual) {
        this.index = index;
        this.message = message;
        this.usual = usual;
        tokens = ChatToken.in(message.text());
        book = CueLexicon.of(tokens, usual.language());
        names = names(tokens, chatParticipants);
        body = body(chatParticipants);
        clauses = clauses(message.text(), tokens, body, book);
        spokenTo = spokenTo(tokens, body, chatParticipants);
        content = readContent();
        trivial = content.isEmpty() || book.isTrivial(this);
        asks =
                tokens.size() > body
                        && !isCommand()
                        && (hasQuestionMark() || has(CueClass.QUESTION))
                        && !isRhetorical();
    }

    int index() {
        return index;
    }

    ChatMessage message() {
        return message;
    }

    List<ChatToken> tokens() {
        return tokens;
    }

    /// The first of the tokens that isn't the name of whoever is spoken to.
    int body() {
        return body;
    }

    /// Ids of those whom it names before it says anything, or with an `@`.
    Set<String> spokenTo() {
        return spokenTo;
    }

    /// The words that say something of a subject, without their endings.
    Set<String> content() {
        return content;
    }

    private static BitSet names(List<ChatToken> tokens, ChatParticipants chatParticipants) {
        BitSet names = new BitSet();
        for (int i = 0; i < tokens.size(); i++) {
            names.set(i, chatParticipants.called(tokens.get(i).lower()).isPresent());
        }
        return names;
    }

    private Set<String> readContent() {
        return IntStream.range(0, tokens.size())
                .filter(i -> !names.get(i))
                .mapToObj(tokens::get)
                .filter(token -> token.isWord() || token.kind() == ChatToken.Kind.TAG)
                .map(ChatToken::lower)
                .filter(word -> word.length() > 1 && !isFunctionWord(word))
                .map(AnalyzedMessage::withoutEnding)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a word says nothing of a subject, in the message's language or in the chat's.
    boolean isFunctionWord(String lower) {
        return book.isFunctionWord(lower) || usual.isFunctionWord(lower);
    }

    // Names are told by blanks here: some have a bar or a dash in them that no word has.
    private int body(ChatParticipants chatParticipants) {
        int end = 0;
        int next = endOfName(end, chatParticipants);
        while (next > end) {
            end = next;
            next = endOfName(end, chatParticipants);
        }
        int first = 0;
        while (first < tokens.size() && tokens.get(first).start() < end) {
            first++;
        }
        return first;
    }

    private int endOfName(int from, ChatParticipants chatParticipants) {
        String text = message.text();
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        String name = NAME_END.matcher(word).replaceFirst("");
        boolean called = !name.isEmpty() && chatParticipants.called(name).isPresent();
        boolean marked = name.length() < word.length() || name.startsWith("@");
        return called && (marked || !isFunctionWord(name)) ? end : from;
    }

    private static Set<String> spokenTo(
            List<ChatToken> tokens, int body, ChatParticipants chatParticipants) {
        return IntStream.range(0, tokens.size())
                .filter(i -> i < body || tokens.get(i).kind() == ChatToken.Kind.HANDLE)
                .mapToObj(i -> chatParticipants.called(tokens.get(i).lower()))
                .flatMap(Optional::stream)
                .map(Author::id)
                .collect(Collectors.toSet());
    }

    private static BitSet clauses(String text, List<ChatToken> tokens, int body, CueLexicon book) {
        BitSet clauses = new BitSet();
        for (int i = body; i < tokens.size(); i++) {
            boolean begins =
                    i == body
                            || (clauses.get(i - 1) && book.isOpener(tokens.get(i - 1)))
                            || CLAUSE_END
                                    .matcher(text)
                                    .region(tokens.get(i - 1).end(), tokens.get(i).start())
                                    .find();
            clauses.set(i, begins);
        }
        return clauses;
    }

    /// English endings only; enough to see that two speak of the same.
    static String withoutEnding(String word) {
        String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        boolean plural = bare.length() > 3 && bare.endsWith("s") && !bare.endsWith("ss");
        return plural ? bare.substring(0, bare.length() - 1) : bare;
    }

    boolean opensClause(int token) {
        return clauses.get(token);
    }

    boolean names(int token) {
        return names.get(token) || tokens.get(token).kind() == ChatToken.Kind.HANDLE;
    }

    Author author() {
        return message.author();
    }

    boolean isBy(AnalyzedMessage other) {
        return author().is(other.author());
    }

    boolean has(CueClass kind) {
        return book.has(kind, this);
    }

    boolean opens(CueClass kind) {
        return book.opens(kind, this);
    }

    /// Whether a bot is told to do something.
    boolean isCommand() {
        return COMMAND.matcher(message.text()).matches();
    }

    /// Whether nobody would miss it.
    boolean isTrivial() {
        return trivial;
    }

    /// Whether it asks something that somebody could answer.
    boolean asks() {
        return asks;
    }

    private boolean isRhetorical() {
        return content.size() < 3 && has(CueClass.RHETORICAL);
    }

    /// The mark behind words, not that of an address, nor a doubt in brackets.
    private boolean hasQuestionMark() {
        String text = message.text();
        return text.indexOf('?') + text.indexOf('？') + text.indexOf('؟') > -3
                && LETTER.matcher(text).find()
                && QUESTION_MARK.matcher(ASIDE.matcher(withoutLinks()).replaceAll("")).find();
    }

    /// The sentences that end with a question mark; all of it when none does. What else is said
    /// around a question only blurs it for whoever looks for an answer.
    List<String> questions() {
        List<String> questions = new ArrayList<>();
        String text = message.text();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = text.substring(start, end).strip();
            if (QUESTION_END.matcher(sentence).find()) {
                questions.add(sentence);
            }
            start = end;
        }
        return questions.isEmpty() ? List.of(text) : questions;
    }

    private String withoutLinks() {
        StringBuilder text = new StringBuilder(message.text());
        for (ChatToken token : tokens.reversed()) {
            if (token.kind() == ChatToken.Kind.LINK) {
                text.delete(token.start(), token.end());
            }
        }
        return text.toString();
    }
}
