package dev.verbatim.group.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The features by which a message's [DialogueAct] is told: n-grams of its characters, its words
/// and their order, the cues of its language, length, punctuation, emoji, and what went before.
///
/// A feature is a text that is hashed to one of [#COUNT] numbers, so no vocabulary needs to be
/// shipped. (Feature hashing, Weinberger et al., ICML 2009.) All languages share the numbers.
final class DialogueActFeatures {

    /// How many numbers there are.
    static final int COUNT = 1 << 16;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int[] LENGTHS = {1, 2, 3, 5, 8, 12, 20, 40};
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1{2,}+");
    private static final Pattern EMOJI = Pattern.compile("\\p{IsEmoji_Presentation}");
    private static final Pattern SMILEY = Pattern.compile("[:;]-?[)D(P]|\\)\\)|\\^\\^|¯");

    private final BitSet found = new BitSet(COUNT);

    /// What is known of the place of a message in its chat.
    ///
    /// @param afterQuestion whether the message before, by somebody else, asks
    /// @param sameAuthor whether the message before is by the same author
    /// @param reply whether it is an explicit reply
    record Context(boolean afterQuestion, boolean sameAuthor, boolean reply) {}

    private DialogueActFeatures() {}

    /// The features of a message, in rising order.
    static int[] of(AnalyzedMessage message, Context context) {
        var features = new DialogueActFeatures();
        features.addWords(words(message));
        features.addShape(message);
        for (CueClass cue : CueClass.values()) {
            features.addIf(message.has(cue), "has " + cue);
            features.addIf(message.opens(cue), "opens " + cue);
        }
        features.addIf(context.afterQuestion(), "after question");
        features.addIf(context.sameAuthor(), "goes on");
        features.addIf(context.reply(), "reply");
        features.add("bias");
        return features.found.stream().toArray();
    }

    private void add(String feature) {
        found.set(Math.floorMod(scrambled(feature.hashCode()), COUNT));
    }

    /// The hash of a short text has little in its upper bits. (The finalizer of MurmurHash3.)
    private static int scrambled(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    private void addIf(boolean holds, String feature) {
        if (holds) {
            add(feature);
        }
    }

    /// Names are all the same to it, and so are digits and links.
    private static List<String> words(AnalyzedMessage message) {
        List<ChatToken> tokens = message.tokens();
        return IntStream.range(0, tokens.size())
                .mapToObj(
                        at ->
                                message.isName(at)
                                        ? "{name}"
                                        : switch (tokens.get(at).kind()) {
                                            case LINK -> "{link}";
                                            case VOTE -> "+1";
                                            case TAG, HANDLE, WORD, NUMBER ->
                                                    normalized(tokens.get(at).normalized());
                                        })
                .toList();
    }

    private static String normalized(String word) {
        String digits = DIGIT.matcher(word).replaceAll("0");
        return REPEATED.matcher(digits.replace('ё', 'е').replace("'", "")).replaceAll("$1$1");
    }

    private void addWords(List<String> words) {
        String before = "^";
        for (String word : words) {
            add("w " + word);
            add("b " + before + " " + word);
            addNGrams("_" + word + "_");
            before = word;
        }
        add("b " + before + " $");
        addIf(!words.isEmpty(), "f " + (words.isEmpty() ? "" : words.getFirst()));
        addIf(
                words.size() > 1,
                "f2 " + String.join(" ", words.subList(0, Math.min(2, words.size()))));
        addIf(
                words.size() > 2,
                "f3 " + String.join(" ", words.subList(0, Math.min(3, words.size()))));
    }

    private void addNGrams(String word) {
        for (int start = 0; start < word.length(); start++) {
            for (int end = start + SHORTEST;
                    end <= Math.min(word.length(), start + LONGEST);
                    end++) {
                add("g " + word.substring(start, end));
            }
        }
    }

    private void addShape(AnalyzedMessage message) {
        String text = message.message().text().strip();
        for (int length : LENGTHS) {
            addIf(message.tokens().size() >= length, "length " + length);
        }
        add("ends " + (text.isEmpty() ? "" : lastMark(text)));
        addIf(text.startsWith("*"), "starts *");
        addIf(text.indexOf('?') >= 0, "has ?");
        addIf(text.indexOf('!') >= 0, "has !");
        addIf(text.indexOf(':') > 0, "has :");
        addIf(text.indexOf(',') > 0, "has ,");
        addIf(DIGIT.matcher(text).find(), "has digit");
        addIf(SMILEY.matcher(text).find(), "smiley");
        addIf(Character.isUpperCase(text.codePoints().findFirst().orElse(' ')), "upper");
        addIf(message.hasLink(), "has link");
        Matcher emoji = EMOJI.matcher(text);
        while (emoji.find()) {
            add("emoji");
            add("emoji " + emoji.group());
        }
    }

    private static String lastMark(String text) {
        String last = text.substring(text.offsetByCodePoints(text.length(), -1));
        return Character.isLetterOrDigit(last.codePointAt(0)) ? "" : last.toLowerCase(Locale.ROOT);
    }
}
