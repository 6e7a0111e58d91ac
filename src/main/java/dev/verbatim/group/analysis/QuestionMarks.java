package dev.verbatim.group.analysis;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds the question marks of a chat message that ask something.
///
/// Everything here reads a text a fixed number of times, whatever it consists of.
final class QuestionMarks {

    private static final int ASIDE_WORDS = 3;

    // Not the one of a web address.
    private static final Pattern QUESTION_MARK =
            Pattern.compile("[?？؟](?![\\p{L}\\p{N}=&%/.]*[=&/%]|[\\p{L}\\p{N}])");

    private QuestionMarks() {}

    /// Whether a text has a question mark that is neither part of a link or another address nor of
    /// a doubt in brackets.
    static boolean ask(String text, List<ChatToken> tokens) {
        return text.indexOf('?') + text.indexOf('？') + text.indexOf('؟') > -3
                && QUESTION_MARK.matcher(withoutAsides(withoutLinks(text, tokens))).find();
    }

    private static CharSequence withoutLinks(String text, List<ChatToken> tokens) {
        StringBuilder rest = new StringBuilder(text);
        for (ChatToken token : tokens.reversed()) {
            if (token.kind() == ChatToken.Kind.LINK) {
                rest.delete(token.start(), token.end());
            }
        }
        return rest;
    }

    /// The sentences of a text that end with a question mark.
    static List<String> questions(String text) {
        List<String> questions = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = text.substring(start, end).strip();
            if (end(sentence)) {
                questions.add(sentence);
            }
            start = end;
        }
        return questions;
    }

    /// Whether a sentence ends with a question mark, before other punctuation at most.
    static boolean end(CharSequence sentence) {
        int at = sentence.length();
        while (at > 0) {
            int mark = Character.codePointBefore(sentence, at);
            if (mark == '?' || mark == '？' || mark == '؟') {
                return true;
            }
            if (!isPunctuation(mark)) {
                return false;
            }
            at -= Character.charCount(mark);
        }
        return false;
    }

    private static boolean isPunctuation(int character) {
        return switch ((byte) Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /// The text without doubts in brackets, such as "(sp?)": up to three words, the last with a
    /// question mark before the bracket.
    static String withoutAsides(CharSequence text) {
        var words = new Words(text);
        var rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '(' ? words.endOfAside(at) : -1;
            if (end < 0) {
                rest.append(text.charAt(at));
            }
            at = Math.max(at + 1, end);
        }
        return rest.toString();
    }

    /// Where the words of a text lie, looked up in one pass for all places.
    private static final class Words {

        private final CharSequence text;

        // From every place: where the word ends, and where the next one begins after blanks.
        private final int[] ends;
        private final int[] starts;

        // Before every place: the last "?)".
        private final int[] marks;

        Words(CharSequence text) {
            this.text = text;
            int length = text.length();
            ends = new int[length + 1];
            starts = new int[length + 1];
            marks = new int[length + 1];
            ends[length] = length;
            starts[length] = length;
            for (int at = length - 1; at >= 0; at--) {
                boolean blank = isBlank(text.charAt(at));
                ends[at] = blank ? at : ends[at + 1];
                starts[at] = blank ? starts[at + 1] : at;
            }
            findMarks();
        }

        private void findMarks() {
            marks[0] = -1;
            for (int at = 1; at < marks.length; at++) {
                boolean closes = at > 1 && text.charAt(at - 1) == ')' && text.charAt(at - 2) == '?';
                marks[at] = closes ? at - 2 : marks[at - 1];
            }
        }

        // The blanks of the regular expressions that the other rules are written in.
        private static boolean isBlank(char character) {
            return character == ' ' || (character >= '\t' && character <= '\r');
        }

        /// The end of the longest doubt that the bracket at a place opens; -1 when there is none.
        int endOfAside(int bracket) {
            int end = -1;
            int word = starts[bracket + 1];
            for (int count = 0; count < ASIDE_WORDS && word < text.length(); count++) {
                int here = endOfAsideIn(word);
                end = here < 0 ? end : here;
                word = starts[ends[word]];
            }
            return end;
        }

        private int endOfAsideIn(int word) {
            int end = ends[word];
            int next = starts[end];
            if (text.charAt(end - 1) == '?' && next < text.length() && text.charAt(next) == ')') {
                return next + 1;
            }
            return marks[end] >= word ? marks[end] + 2 : -1;
        }
    }
}
