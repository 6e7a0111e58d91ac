package dev.verbatim.group.analysis;

import dev.verbatim.group.ChatMessage;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The participants that a message names, and the tokens that name them.
///
/// Names are looked up between blanks first: a nickname may contain a bar or a dash that ends a
/// token.
final class ParticipantMentions {

    private static final Pattern WORD = Pattern.compile("\\S++");

    private final List<ChatToken> tokens;
    private final ChatParticipants participants;
    private final Predicate<String> isFunctionWord;
    private final BitSet nameTokens = new BitSet();
    private final Set<String> named = new HashSet<>();
    private final Set<String> addressed = new HashSet<>();
    private int bodyStart;

    private ParticipantMentions(
            List<ChatToken> tokens,
            ChatParticipants participants,
            Predicate<String> isFunctionWord) {
        this.tokens = tokens;
        this.participants = participants;
        this.isFunctionWord = isFunctionWord;
    }

    static ParticipantMentions find(
            ChatMessage message,
            List<ChatToken> tokens,
            ChatParticipants participants,
            Predicate<String> isFunctionWord) {
        var mentions = new ParticipantMentions(tokens, participants, isFunctionWord);
        mentions.addressed.addAll(participants.linkedIn(message));
        mentions.named.addAll(mentions.addressed);
        mentions.scan(message.text());
        // Authors who name themselves quote, or have a word for a name.
        mentions.addressed.remove(message.author().id());
        mentions.named.remove(message.author().id());
        return mentions;
    }

    private void scan(String text) {
        Matcher words = WORD.matcher(text);
        boolean opening = true;
        int token = 0;
        while (words.find()) {
            int first = token;
            while (token < tokens.size() && tokens.get(token).start() < words.end()) {
                token++;
            }
            Set<String> ids = participants.namedBy(words.group());
            opening &= !ids.isEmpty() && isUsedAsName(words.group());
            add(words.group(), ids, opening);
            if (ids.isEmpty()) {
                addEach(text, first, token);
            } else {
                nameTokens.set(first, token);
            }
            bodyStart = opening ? token : bodyStart;
        }
    }

    private boolean isUsedAsName(String word) {
        return ChatParticipants.isCall(word) || !isFunctionWord.test(ChatParticipants.key(word));
    }

    private void add(String word, Set<String> ids, boolean opening) {
        named.addAll(ids);
        if (opening || word.startsWith("@")) {
            addressed.addAll(ids);
        }
    }

    /// Names that a word holds among others: "Anna/Ben".
    private void addEach(String text, int from, int to) {
        for (int i = from; i < to && to - from > 1; i++) {
            ChatToken token = tokens.get(i);
            int end = Math.min(text.length(), token.end() + 1);
            Set<String> ids = participants.namedBy(text.substring(token.start(), end).strip());
            add(text.substring(token.start(), token.end()), ids, false);
            nameTokens.set(i, !ids.isEmpty());
        }
    }

    /// Whether a token is part of a name.
    boolean isName(int token) {
        return nameTokens.get(token) || tokens.get(token).kind() == ChatToken.Kind.HANDLE;
    }

    /// The index of the first token after the names that a message begins with.
    int bodyStart() {
        return bodyStart;
    }

    /// The ids of those who are named.
    Set<String> named() {
        return named;
    }

    /// The ids of those who are named before anything is said, with an `@`, or by a link.
    Set<String> addressed() {
        return addressed;
    }

    int nameTokens() {
        return nameTokens.cardinality();
    }
}
