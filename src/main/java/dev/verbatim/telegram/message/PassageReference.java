package dev.verbatim.telegram.message;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.TextSpan;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A reference to a passage: its place in the article, and hashes that tell whether it is still
/// there. Short enough for a link, however long the article and its name are.
///
/// @param articleHash the [TextHash] of the article's id
/// @param textHash the [TextHash] of the article's whole text
/// @param words 32 bits of the hash of the paragraph, which find it when it has moved
/// @param paragraph counted from 1
/// @param emphasis the emphasised words, relative to the paragraph
public record PassageReference(
        long articleHash, long textHash, int words, int paragraph, TextSpan emphasis) {

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + 2 * Long.BYTES + 4 * Integer.BYTES;
    private static final int CHARACTERS = (BYTES * 8 + 5) / 6;

    // The version, and enough to be no word.
    private static final Pattern BEGINNING = Pattern.compile("A[Q-Za-f][\\w-]{18,}+");

    public static PassageReference of(Passage passage, TextSpan emphasis) {
        Article article = passage.article();
        Paragraph paragraph = article.paragraphs().get(passage.paragraph() - 1);
        return new PassageReference(
                TextHash.of(article.id()),
                TextHash.of(article.text()),
                words(article, paragraph),
                passage.paragraph(),
                emphasis.shifted(-paragraph.span().start()));
    }

    /// Reads a code; empty when it isn't one.
    public static Optional<PassageReference> decode(String code) {
        return Optional.of(code)
                .filter(text -> text.length() == CHARACTERS)
                .flatMap(PassageReference::bytes)
                .filter(bytes -> bytes.get() == VERSION)
                .flatMap(PassageReference::decode);
    }

    /// Whether a text was a code before it was cut off or changed.
    public static boolean isDamaged(String text) {
        return BEGINNING.matcher(text).matches() && decode(text).isEmpty();
    }

    private static Optional<ByteBuffer> bytes(String code) {
        try {
            return Optional.of(ByteBuffer.wrap(Base64.getUrlDecoder().decode(code)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a user typed it
        }
    }

    private static Optional<PassageReference> decode(ByteBuffer bytes) {
        long article = bytes.getLong();
        long text = bytes.getLong();
        int words = bytes.getInt();
        int paragraph = bytes.getInt();
        int start = bytes.getInt();
        int end = bytes.getInt();
        return paragraph >= 1 && start >= 0 && end > start
                ? Optional.of(
                        new PassageReference(
                                article, text, words, paragraph, new TextSpan(start, end)))
                : Optional.empty();
    }

    /// At most 64 characters of A-Z, a-z, 0-9, _ and -.
    public String encode() {
        byte[] bytes =
                ByteBuffer.allocate(BYTES)
                        .put(VERSION)
                        .putLong(articleHash)
                        .putLong(textHash)
                        .putInt(words)
                        .putInt(paragraph)
                        .putInt(emphasis.start())
                        .putInt(emphasis.end())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public boolean isOf(String articleId) {
        return articleHash == TextHash.of(articleId);
    }

    /// Whether the article has the passage's paragraph as it was, wherever it stands now.
    public boolean isStillIn(Article now) {
        return TextHash.of(now.text()) == textHash
                || now.paragraphs().stream().anyMatch(other -> isSame(other, now));
    }

    private boolean isSame(Paragraph other, Article now) {
        return words(now, other) == words && holdsEmphasis(other);
    }

    /// Finds the passage in the article as it is now.
    public Resolution resolve(Article now) {
        return TextHash.of(now.text()) == textHash ? unchanged(now) : changed(now);
    }

    /// The emphasised words in a paragraph with the words that it had; empty when there is none.
    public Optional<TextSpan> sameWords(Article now) {
        return now.paragraphs().stream()
                .filter(other -> words(now, other) == words && holdsEmphasis(other))
                .findFirst()
                .map(other -> emphasis.shifted(other.span().start()));
    }

    /// The passage with some words of the article as it is now.
    public static Passage passageWith(TextSpan words, Article now) {
        return passage(now, words);
    }

    private Resolution unchanged(Article now) {
        return paragraph(now, this::holdsEmphasis)
                .<Resolution>map(
                        place -> {
                            TextSpan marked = emphasis.shifted(place.span().start());
                            return new Resolution.Unchanged(passage(now, marked), marked);
                        })
                .orElseGet(Resolution.Missing::new);
    }

    /// The paragraph with the same words, wherever it is now, or else the one with the number.
    private Resolution changed(Article now) {
        return now.paragraphs().stream()
                .filter(other -> isSame(other, now))
                .findFirst()
                .map(other -> passage(now, emphasis.shifted(other.span().start())))
                .or(() -> paragraph(now, _ -> true).map(place -> firstPassage(now, place)))
                .<Resolution>map(Resolution.Changed::new)
                .orElseGet(Resolution.Missing::new);
    }

    private Optional<Paragraph> paragraph(Article now, Predicate<Paragraph> condition) {
        return now.paragraphs().stream().skip(paragraph - 1L).findFirst().filter(condition);
    }

    private boolean holdsEmphasis(Paragraph place) {
        return emphasis.end() <= place.span().length();
    }

    private static Passage firstPassage(Article now, Paragraph place) {
        return passage(now, new TextSpan(place.span().start(), place.span().start() + 1));
    }

    /// The passage with the words; the whole paragraph when they span two passages.
    private static Passage passage(Article now, TextSpan marked) {
        return now.passages().stream()
                .filter(passage -> passage.span().contains(marked))
                .findFirst()
                .orElseGet(() -> whole(now, marked));
    }

    private static Passage whole(Article now, TextSpan marked) {
        int number = 1;
        for (Paragraph paragraph : now.paragraphs()) {
            if (paragraph.span().contains(marked)) {
                return new Passage(now, number, paragraph.span());
            }
            number++;
        }
        throw new IllegalStateException(marked + " is in no paragraph of " + now);
    }

    private static int words(Article article, Paragraph paragraph) {
        return (int) TextHash.of(paragraph.span().of(article.text()));
    }

    /// What is there when a bookmark is opened.
    public sealed interface Resolution {

        /// The article is unchanged.
        record Unchanged(Passage passage, TextSpan emphasis) implements Resolution {}

        /// The article has changed. This passage has the words now, or is in their place.
        record Changed(Passage passage) implements Resolution {}

        /// The article is too short now.
        record Missing() implements Resolution {}
    }
}
