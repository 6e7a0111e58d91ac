package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A list as text. Short items belong together: they are one paragraph of an item a line, with
/// their numbers or bullets, because one of them alone answers little. Items as long as paragraphs
/// are paragraphs; only their numbers stay.
final class ListText {

    private static final String BULLET = "• ";
    private static final String INDENT = "  ";

    // As much as one passage holds.
    private static final int MAX_LENGTH = 1_200;
    private static final int MAX_ITEM = 250;

    // An outliner makes an item of each paragraph.
    private static final int SENTENCE = 60;

    private final List<Item> items = new ArrayList<>();

    /// An item of a list.
    ///
    /// @param number with its dot or bracket; empty for a bullet
    /// @param depth 0 for an item that is in no other
    private record Item(String number, int depth, String words) {

        String line() {
            return INDENT.repeat(depth) + (number.isEmpty() ? BULLET : number + " ") + words;
        }

        String paragraph() {
            return number.isEmpty() ? words : number + " " + words;
        }

        boolean isProse() {
            return number.isEmpty()
                    && words.length() > SENTENCE
                    && BoilerplateFilter.endsSentence(words);
        }
    }

    void add(String number, int depth, String words) {
        String line = Whitespace.squeezed(words);
        if (!line.isEmpty()) {
            items.add(new Item(number, depth, line));
        }
    }

    /// The paragraphs of the list.
    ///
    /// @param introduction the paragraph above, which ends with a colon, or an empty text
    List<String> paragraphs(String introduction) {
        int length = items.stream().mapToInt(item -> item.line().length() + 1).sum();
        boolean together =
                items.size() > 1
                        && introduction.length() + length <= MAX_LENGTH
                        && items.stream().allMatch(item -> item.words().length() <= MAX_ITEM)
                        && !items.stream().allMatch(Item::isProse);
        List<String> paragraphs = new ArrayList<>();
        if (together) {
            String lines = items.stream().map(Item::line).collect(Collectors.joining("\n"));
            paragraphs.add(introduction.isEmpty() ? lines : introduction + "\n" + lines);
        } else {
            paragraphs.addAll(introduction.isEmpty() ? List.of() : List.of(introduction));
            items.forEach(item -> paragraphs.add(item.paragraph()));
        }
        return paragraphs;
    }
}
