package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The buttons under an answer and what takes its place.
///
/// @param me who opens links and is asked elsewhere; what we can't do yet isn't offered
record AnswerButtons(MessageCatalog messages, BotIdentity me) {

    private static final int LONGEST_SHARED = 256;

    /// Under an answer.
    List<List<ReplyMessage.Button>> answer(
            StoredAnswer answer, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        return rows(answer, around(answer), citation(passage, emphasis, speaker));
    }

    /// Under an answer with what stands around it.
    List<List<ReplyMessage.Button>> around(
            StoredAnswer answer, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        var back = button(MessageKey.CONTEXT_HIDE, new CallbackData.ShowPassage(answer.id(), 0));
        return rows(answer, back, citation(passage, emphasis, speaker));
    }

    private List<List<ReplyMessage.Button>> rows(
            StoredAnswer answer, ReplyMessage.Button first, ReplyMessage.Button citation) {
        return answer.asked().question().isEmpty()
                ? List.of(List.of(first, citation))
                : List.of(
                        List.of(first, others(answer)), shares(answer, citation), opinions(answer));
    }

    /// Under one of the passages that came up.
    ///
    /// @param number of this one; the answer is 0
    List<List<ReplyMessage.Button>> other(
            StoredAnswer answer, Passage passage, int number, int count) {
        List<ReplyMessage.Button> turning = new ArrayList<>();
        turning.add(
                button(
                        MessageKey.EARLIER_PAGE,
                        new CallbackData.ShowPassage(answer.id(), number - 1)));
        if (number < count - 1) {
            turning.add(
                    button(
                            MessageKey.LATER_PAGE,
                            new CallbackData.ShowPassage(answer.id(), number + 1)));
        }
        return List.of(turning, List.of(citation(passage, passage.span(), null)));
    }

    /// Under what says that the articles don't answer.
    List<List<ReplyMessage.Button>> abstained(StoredAnswer answer) {
        return List.of(
                List.of(button(MessageKey.NEAREST, new CallbackData.ShowNearestTo(answer.id()))));
    }

    /// Under a passage that somebody has sent into a chat.
    List<List<ReplyMessage.Button>> sent(Passage passage, TextSpan emphasis) {
        String link = link(passage, emphasis);
        return link.isEmpty()
                ? List.of()
                : List.of(
                        List.of(
                                new ReplyMessage.Button(
                                        MessageKey.CONTEXT.in(messages),
                                        new ReplyMessage.OpenUrl("https://" + link))));
    }

    private ReplyMessage.Button around(StoredAnswer answer) {
        return button(MessageKey.CONTEXT, new CallbackData.ShowContext(answer.id()));
    }

    private ReplyMessage.Button others(StoredAnswer answer) {
        return button(MessageKey.OTHER_PASSAGES, new CallbackData.ShowPassage(answer.id(), 1));
    }

    private List<ReplyMessage.Button> shares(StoredAnswer answer, ReplyMessage.Button citation) {
        return me.servesInline()
                ? List.of(
                        citation,
                        button(MessageKey.SHARE, new ReplyMessage.ShareQuestion(question(answer))))
                : List.of(citation);
    }

    private List<ReplyMessage.Button> opinions(StoredAnswer answer) {
        return List.of(
                button(MessageKey.ANSWERS_IT, new CallbackData.RateAnswer(answer.id(), true)),
                button(MessageKey.ANSWERS_IT_NOT, new CallbackData.RateAnswer(answer.id(), false)));
    }

    private ReplyMessage.Button citation(
            Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        String link = link(passage, emphasis);
        String text = new Citation(messages).of(passage, emphasis, speaker, link);
        return button(MessageKey.COPY_CITATION, new ReplyMessage.CopyText(text));
    }

    private String link(Passage passage, TextSpan emphasis) {
        return me.link(PassageReference.of(passage, emphasis)).orElse("");
    }

    /// Telegram hands in no longer question than this.
    private static String question(StoredAnswer answer) {
        return Truncation.cut(answer.standaloneQuestion().strip(), LONGEST_SHARED);
    }

    private ReplyMessage.Button button(MessageKey label, ReplyMessage.Action action) {
        return new ReplyMessage.Button(label.in(messages), action);
    }
}
