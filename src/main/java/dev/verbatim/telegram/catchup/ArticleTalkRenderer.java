package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.Catchup.Discussed;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.MessageContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A renderer of what a group said about the articles: the paragraphs, those that were talked about
/// most first, and the group's questions with the passages that answer them. Pure.
final class ArticleTalkRenderer {

    private static final int TITLE = 120;

    // Telegram takes captions of 1024 characters.
    private static final int CAPTIONED = 30;

    private static final Comparator<Discussed> MOST_FIRST =
            Comparator.comparingInt((Discussed one) -> -one.messages().size())
                    .thenComparingInt(one -> one.passage().paragraph());

    private final Catchup talk;
    private final CatchupRenderer.Context context;
    private final MessageCatalog messageCatalog;
    private final CatchupLines lines;

    ArticleTalkRenderer(Catchup talk, CatchupRenderer.Context context) {
        this.talk = talk;
        this.context = context;
        this.messageCatalog = context.messages();
        this.lines = new CatchupLines(talk, context);
    }

    /// What was said about the articles; empty when nothing was.
    ///
    /// @param protectedContent whether nobody may forward or save it
    Optional<Rendered> render(boolean protectedContent) {
        return text().map(text -> text.withProtectedContent(protectedContent))
                .map(text -> new Rendered(text, picture()));
    }

    private Optional<ReplyMessage> text() {
        if (talk.articles().isEmpty() && talk.openQuestions().isEmpty()) {
            return Optional.empty();
        }
        var sheet =
                new PageBuilder()
                        .addHeader(new CatchupHead(talk, context, lines).message(MessageKey.MAP));
        for (List<Discussed> article : talk.byArticle()) {
            addAll(
                    sheet,
                    title(article),
                    article.stream().sorted(MOST_FIRST).toList(),
                    one -> lines.discussedParagraph(one, CatchupLines.SHORT));
        }
        addAll(
                sheet,
                MessageKey.MAP_QUESTIONS.in(messageCatalog),
                talk.openQuestions(),
                one -> lines.openQuestion(one, CatchupLines.SHORT));
        return Optional.of(sheet.build().withButtons(lines.jumpRows(sheet.messages())));
    }

    /// Adds as many as fit, and says how many didn't.
    private static <T> void addAll(
            PageBuilder sheet, String title, List<T> all, Function<T, PageBuilder.Block> block) {
        String heading = title;
        for (int i = 0; i < all.size(); i++) {
            if (!sheet.add(heading, block.apply(all.get(i)))) {
                sheet.addLine("… +" + (all.size() - i));
                return;
            }
            heading = "";
        }
    }

    /// The paragraphs of the article that was talked about most, as a picture; empty when none was.
    private Optional<Picture> picture() {
        return talk.byArticle().stream()
                .max(Comparator.comparingInt(ArticleTalkRenderer::messages))
                .map(
                        article ->
                                new Picture(
                                        ParagraphChart.of(article, talk.openQuestions()),
                                        caption(article)));
    }

    private static int messages(List<Discussed> article) {
        return article.stream().mapToInt(one -> one.messages().size()).sum();
    }

    /// The same as the picture, in words.
    private String caption(List<Discussed> article) {
        String paragraphs =
                article.stream()
                        .sorted(Comparator.comparingInt(one -> one.passage().paragraph()))
                        .limit(CAPTIONED)
                        .map(one -> "¶" + one.passage().paragraph() + ": " + one.messages().size())
                        .collect(Collectors.joining(", "));
        return MessageKey.MAP_PICTURE.in(messageCatalog, title(article), paragraphs);
    }

    private static String title(List<Discussed> article) {
        return Truncation.ellipsize(
                article.getFirst().passage().article().publication().title(), TITLE);
    }

    /// What was said about the articles, in words and as a picture.
    ///
    /// @param picture missing when only questions had to do with them
    record Rendered(ReplyMessage text, Optional<Picture> picture) {

        /// Sends the picture. To be called after the text was sent.
        void sendPicture(MessageContext context, ReplyTransaction transaction) {
            picture.map(image -> image.in(context))
                    .map(call -> text.protectedContent() ? call.withProtectedContent() : call)
                    .ifPresent(transaction::send);
        }
    }

    /// A picture with its words for those who don't see it.
    private record Picture(ParagraphChart chart, String caption) {

        ApiCall in(MessageContext context) {
            return ApiCall.photo(context.chatId(), context.topicId(), chart.png(), caption);
        }
    }
}
