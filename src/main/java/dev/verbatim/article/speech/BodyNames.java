package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;

/// The names of bodies that have small words inside: "the Ministry of Health and Social Affairs",
/// "the World Travel and Tourism Council", "le Quai d'Orsay". Also a row of places: "prosecutors in
/// San Francisco and Los Angeles".
///
/// A first name, a role or a title ends such a name: "the Ministry of Health and Jane Doe" are two.
/// Each token is scanned a bounded number of times.
final class BodyNames {

    private static final int MAX_LENGTH = 12;
    // "Hospital prosecutors in": where a sentence's subject may have a row of places.
    private static final int MAX_SUBJECT = 2;

    private final TokenizedSentence sentence;
    private final boolean[] joined;

    BodyNames(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.joined = new boolean[sentence.size() + 1];
        for (int at = 0; at < sentence.size(); at++) {
            join(at, end(at));
        }
    }

    private void join(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            joined[at] = true;
        }
    }

    /// Whether a token and the one before it are in the same name.
    boolean isJoined(int at) {
        return at > 0 && at < joined.length && joined[at];
    }

    private int end(int at) {
        if (isJoined(at) || !sentence.at(at).isWord()) {
            return at;
        }
        int head = headEnd(at);
        boolean group = hasGroup(at, head);
        if (head == at || (!group && !sentence.is(at - 1, WordClass.DEFINITE))) {
            return placesEnd(at);
        }
        int linked = Math.max(withLinks(at, head, group), titledEnd(at, head));
        return linked > head ? linked : Math.max(placesEnd(at), pairEnd(at, head));
    }

    /// "Ministry | of Health | and Social Affairs".
    private int withLinks(int at, int head, boolean group) {
        int to = head;
        int next = linkedEnd(head, group);
        while (next > to && next - at <= MAX_LENGTH) {
            to = next;
            next = group ? coordinatedEnd(to) : to;
            next = next > to ? next : linkedEnd(to, group);
        }
        return to;
    }

    private int linkedEnd(int at, boolean group) {
        if (!sentence.is(at, WordClass.BODY_LINK)) {
            return at;
        }
        int start = sentence.is(at + 1, WordClass.DETERMINER) ? at + 2 : at + 1;
        int end = partEnd(start, group);
        return end > start ? end : at;
    }

    private int coordinatedEnd(int at) {
        if (!sentence.is(at, WordClass.BODY_CONJUNCTION)) {
            return at;
        }
        int linked = linkedEnd(at + 1, true);
        int end = linked > at + 1 ? linked : partEnd(at + 1, !sentence.at(at - 1).isCapitalized());
        return end > at + 1 && !hasGroup(at + 1, end) ? end : at;
    }

    /// "World Travel | and Tourism Council": the word for a group is the last.
    private int pairEnd(int at, int head) {
        if (!sentence.is(head, WordClass.BODY_CONJUNCTION) || hasGroup(at, head)) {
            return at;
        }
        int end = headEnd(head + 1);
        boolean group = end > head + 1 && sentence.isGroup(end - 1);
        return !group ? at : Math.max(end, withLinks(at, end, true));
    }

    /// "association | Eau et Vie".
    private int titledEnd(int at, int head) {
        int title = sentence.at(at).isCapitalized() ? head : headEnd(head);
        boolean pair = title > head && sentence.is(title, WordClass.BODY_CONJUNCTION);
        int end = pair ? headEnd(title + 1) : head;
        return end > title + 1 ? end : head;
    }

    private int placesEnd(int at) {
        if (!sentence.at(at).isCapitalized() || !isAfterSubjectsLink(at)) {
            return at;
        }
        int next = capitalizedEnd(at) + 1;
        int end = capitalizedEnd(next);
        boolean place =
                sentence.is(next - 1, WordClass.BODY_CONJUNCTION)
                        && isNamePart(next)
                        && !sentence.isRole(end);
        return place && end > next && !hasGroup(next, end) ? end : at;
    }

    private int capitalizedEnd(int at) {
        int end = at;
        while (end - at < MAX_LENGTH && sentence.at(end).isCapitalized()) {
            end++;
        }
        return end;
    }

    private boolean isAfterSubjectsLink(int at) {
        int noun = at - 2;
        int start = noun;
        while (start > 0 && noun - start < MAX_SUBJECT && sentence.at(start - 1).isWord()) {
            start--;
        }
        return noun >= 0
                && sentence.is(at - 1, WordClass.LINK)
                && (sentence.isGroup(noun) || sentence.isRole(noun))
                && !sentence.at(start - 1).isWord();
    }

    /// Capitalized words, or one small word for a group: "ministère".
    private int headEnd(int at) {
        int end = at;
        while (end - at < MAX_LENGTH && isNamePart(end)) {
            end++;
        }
        boolean group = end == at && sentence.isGroup(at) && isPlain(at);
        return group ? at + 1 : end;
    }

    private int partEnd(int at, boolean group) {
        int end = at;
        while (end - at < MAX_LENGTH && isNamePart(end)) {
            end++;
        }
        if (!group) {
            return end;
        }
        if (end == at) {
            return isPlain(at) ? at + 1 : at;
        }
        // "des Affaires | culturelles,"
        return isPlain(end) && (!sentence.at(end + 1).isWord() || isCoordinated(end + 1))
                ? end + 1
                : end;
    }

    /// "de la Transition écologique | et des Territoires".
    private boolean isCoordinated(int at) {
        return sentence.is(at, WordClass.BODY_CONJUNCTION)
                && sentence.is(at + 1, WordClass.BODY_LINK);
    }

    private boolean isNamePart(int at) {
        String lower = sentence.at(at).lower();
        return sentence.at(at).isCapitalized()
                && !(sentence.isRole(at) && sentence.at(at + 1).isCapitalized())
                && !sentence.isTitle(at)
                && !sentence.lexicon().isFirstName(lower)
                && (!sentence.is(at, WordClass.DETERMINER) || isArticleOfPlace(at))
                && !sentence.is(at, WordClass.CONNECTIVE)
                && !sentence.is(at, WordClass.BREAK);
    }

    /// "Los Robles", "The Hague", inside a sentence.
    private boolean isArticleOfPlace(int at) {
        return sentence.at(at - 1).isWord() && sentence.at(at + 1).isCapitalized();
    }

    private boolean isPlain(int at) {
        return sentence.at(at).isWord()
                && !sentence.at(at).isCapitalized()
                && !sentence.at(at).isNumber()
                && !sentence.isRole(at)
                && !sentence.isTitle(at)
                && !sentence.isAdverb(at)
                && !sentence.isPronoun(at)
                && !sentence.at(at).lower().startsWith("'")
                && !sentence.isFunctionWord(at);
    }

    private boolean hasGroup(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.isGroup(at)) {
                return true;
            }
        }
        return false;
    }
}
