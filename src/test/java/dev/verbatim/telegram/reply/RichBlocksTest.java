package dev.verbatim.telegram.reply;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.property.AwkwardText;
import dev.verbatim.property.RandomSource;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.Excerpt.MessageQuote;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RichBlocksTest {

    private static final String LONG = "Boats sailed into the basin all day long. ".repeat(20);
    private static final List<String> AWKWARD =
            AwkwardText.partsAnd("<b>", "&amp;", "</blockquote>", "# ", "• ", "\n");

    @Test
    void sectionsHaveHeadingsAndListsAreLists() {
        ReplyMessage reply =
                new MessageBuilder()
                        .bold("Catch-up")
                        .line("12 messages")
                        .blankLine()
                        .bold("Decisions")
                        .line("• one")
                        .line("• two")
                        .blankLine()
                        .line(LONG)
                        .build()
                        .asSummary();

        JsonNode blocks = RichBlocks.of(reply).orElseThrow().path("blocks");

        assertThat(blocks.findValuesAsText("type"))
                .startsWith("heading", "paragraph", "heading", "list", "paragraph");
        assertThat(blocks.at("/0/size").asInt()).isLessThan(blocks.at("/2/size").asInt());
        assertThat(blocks.at("/3/items")).hasSize(2);
        assertThat(words(blocks.at("/3/items/1"))).isEqualTo("two");
    }

    @Test
    void sourceOfAQuotationIsItsCredit() {
        ReplyMessage reply =
                new MessageBuilder()
                        .quote(excerpt(LONG))
                        .line("— Jane Doe")
                        .link("¶3", Optional.of("https://example.org/3"))
                        .blankLine()
                        .line("More")
                        .build()
                        .asSummary();

        JsonNode blocks = RichBlocks.of(reply).orElseThrow().path("blocks");

        assertThat(blocks).hasSize(2);
        assertThat(blocks.at("/0/type").asText()).isEqualTo("expandable_blockquote");
        assertThat(words(blocks.at("/0/credit"))).isEqualTo("— Jane Doe\n¶3");
        assertThat(blocks.at("/0/credit").findValue("url").asText())
                .isEqualTo("https://example.org/3");
    }

    @Test
    void whatALineQuotesIsAQuotationUnderIt() {
        ReplyMessage reply =
                new MessageBuilder()
                        .said("• Ann, ", "12:03", ": “Hi @ben” […]", link("https://t.me/c/1"))
                        .quoting(": “", new MessageQuote("Hi @ben", false, true), "” […]")
                        .blankLine()
                        .line(LONG)
                        .build()
                        .asSummary();

        JsonNode item = RichBlocks.of(reply).orElseThrow().at("/blocks/0/items/0/blocks");

        assertThat(words(item.path(0))).isEqualTo("Ann, 12:03:");
        assertThat(item.path(1).path("type").asText()).isEqualTo("blockquote");
        assertThat(words(item.path(1))).isEqualTo("Hi @ben");
        assertThat(words(item.path(2))).isEqualTo("[…]");
    }

    private static Function<TextSpan, TextEntity> link(String url) {
        return place -> new TextEntity.Link(place, url);
    }

    @Test
    void appsLookForNoNamesOrCommandsInIt() {
        ReplyMessage reply = new MessageBuilder().line(LONG).build().asSummary();

        assertThat(RichBlocks.of(reply).orElseThrow().path("skip_entity_detection").asBoolean())
                .isTrue();
    }

    @Test
    void textFromRightToLeftIsShownSo() {
        ReplyMessage reply = new MessageBuilder().line("مرحبا ".repeat(150)).build().asSummary();

        assertThat(RichBlocks.of(reply).orElseThrow().path("is_rtl").asBoolean()).isTrue();
    }

    @Test
    void shortOrOtherMessagesStayAsTheyAre() {
        assertThat(RichBlocks.of(new MessageBuilder().bold("Short").build().asSummary())).isEmpty();
        assertThat(RichBlocks.of(new MessageBuilder().line(LONG).build())).isEmpty();
    }

    /// Some quoted words, by a passage or at the end of a line.
    private record Piece(boolean passage, String words) {}

    @Test
    void everyQuotationIsABlockOfItsOwnWordForWord() {
        forAll(
                random -> random.list(1, 8, RichBlocksTest::piece),
                pieces -> {
                    var message = new MessageBuilder().bold(LONG);
                    pieces.forEach(piece -> add(piece, message));

                    JsonNode blocks =
                            RichBlocks.of(message.build().asSummary()).orElseThrow().path("blocks");

                    assertThat(quotations(blocks))
                            .isEqualTo(pieces.stream().map(Piece::words).toList());
                });
    }

    private static Piece piece(RandomSource random) {
        return new Piece(
                random.anyBoolean(),
                AwkwardText.words(random, 1, 90, source -> source.oneOf(AWKWARD)));
    }

    private static void add(Piece piece, MessageBuilder message) {
        if (piece.passage()) {
            message.blankLine().quote(excerpt(piece.words())).line("¶1");
        } else {
            var quote = new MessageQuote(piece.words(), false, false);
            message.said("• Ann, ", "12:03", ": “" + piece.words() + "”", link("https://t.me/c/1"))
                    .quoting(": “", quote, "”");
        }
    }

    private static Excerpt excerpt(String words) {
        var all = new TextSpan(0, words.length());
        var article =
                new Article(
                        "boats",
                        Publication.titled("Boats"),
                        words,
                        List.of(new Paragraph(all, List.of(all))),
                        List.of());
        return new Excerpt(new Passage(article, 1, all), all);
    }

    private static List<String> quotations(JsonNode node) {
        List<String> found = new ArrayList<>();
        for (JsonNode block : node) {
            if (block.path("type").asText().endsWith("blockquote")) {
                found.add(words(block.path("text")) + words(block.path("blocks")));
            } else if (block.isContainerNode()) {
                found.addAll(quotations(block));
            }
        }
        return found;
    }

    /// The words of some blocks or of a text, without the credits.
    private static String words(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isArray()) {
            return String.join(
                    "",
                    StreamSupport.stream(node.spliterator(), false)
                            .map(RichBlocksTest::words)
                            .toList());
        }
        return (node.has("text") ? words(node.path("text")) : "")
                + (node.has("blocks") ? words(node.path("blocks")) : "");
    }
}
