package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a chat and how rare they are in it: what two messages share tells the more, the
/// fewer others have it.
final class ChatVocabulary {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");

    /// In a chat of so many messages a word that occurs once is as rare as can be. In a shorter one
    /// it tells less: it may be any word.
    private static final double MANY = 1_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> messagesWith = new ArrayList<>();
    private final int messages;

    private ChatVocabulary(int messages) {
        this.messages = messages;
    }

    static ChatVocabulary of(List<ChatMessage> messages) {
        ChatVocabulary chatVocabulary = new ChatVocabulary(messages.size());
        messages.forEach(message -> chatVocabulary.count(split(message.text())));
        return chatVocabulary;
    }

    private void count(List<String> words) {
        for (String word : new HashSet<>(words)) {
            int number = numbers.computeIfAbsent(word, _ -> numbers.size());
            if (number == messagesWith.size()) {
                messagesWith.add(0);
            }
            messagesWith.set(number, messagesWith.get(number) + 1);
        }
    }

    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /// Those of the words that occur in this chat, with their rarities.
    WeightedTerms known(Collection<String> words) {
        TreeSet<Integer> known = new TreeSet<>();
        for (String word : words) {
            Integer number = numbers.get(word);
            if (number != null) {
                known.add(number);
            }
        }
        return new WeightedTerms(
                known.stream().mapToInt(Integer::intValue).toArray(),
                known.stream().mapToDouble(this::rarity).toArray());
    }

    /// Inverse document frequency, from 0 to 1.
    private double rarity(int number) {
        double frequency = (double) messagesWith.get(number) / messages;
        return Math.min(1, -Math.log(frequency) / Math.log(MANY));
    }
}
