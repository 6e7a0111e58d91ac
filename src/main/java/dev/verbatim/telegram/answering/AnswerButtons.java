package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.Bookmark;
import dev.verbatim.telegram.message.Citation;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.Shortened;
import dev.verbatim.telegram.update.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The buttons under an answer and what takes its place.
///
/// @param me who opens links and is asked elsewhere; what we can't do yet isn't offered
record AnswerButtons(MessageCatalog messages, Identity me) {

    private static final int LONGEST_SHARED = 256;

    /// Under an answer.
    List<List<Reply.Button>> answer(
            StoredAnswer answer, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        return rows(answer, around(answer), citation(passage, emphasis, speaker));
    }

    /// Under an answer with what stands around it.
    List<List<Reply.Button>> around(
            StoredAnswer answer, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        var back = button(Phrase.CONTEXT_HIDE, new Press.Passages(answer.id(), 0));
        return rows(answer, back, citation(passage, emphasis, speaker));
    }

    private List<List<Reply.Button>> rows(
            StoredAnswer answer, Reply.Button first, Reply.Button citation) {
        return answer.asking().question().isEmpty()
                ? List.of(List.of(first, citation))
                : List.of(
                        List.of(first, others(answer)), shares(answer, citation), opinions(answer));
    }

    /// Under one of the passages that came up.
    ///
    /// @param number of this one; the answer is 0
    List<List<Reply.Button>> other(StoredAnswer answer, Passage passage, int number, int count) {
        List<Reply.Button> turning = new ArrayList<>();
        turning.add(button(Phrase.EARLIER_PAGE, new Press.Passages(answer.id(), number - 1)));
        if (number < count - 1) {
            turning.add(button(Phrase.LATER_PAGE, new Press.Passages(answer.id(), number + 1)));
        }
        return List.of(turning, List.of(citation(passage, passage.span(), null)));
    }

    /// Under what says that the articles don't answer.
    List<List<Reply.Button>> abstained(StoredAnswer answer) {
        return List.of(List.of(button(Phrase.NEAREST, new Press.NearestTo(answer.id()))));
    }

    /// Under a passage that somebody has sent into a chat.
    List<List<Reply.Button>> sent(Passage passage, TextSpan emphasis) {
        String link = link(passage, emphasis);
        return link.isEmpty()
                ? List.of()
                : List.of(
                        List.of(
                                new Reply.Button(
                                        Phrase.CONTEXT.in(messages),
                                        new Reply.Open("https://" + link))));
    }

    private Reply.Button around(StoredAnswer answer) {
        return button(Phrase.CONTEXT, new Press.Around(answer.id()));
    }

    private Reply.Button others(StoredAnswer answer) {
        return button(Phrase.OTHER_PASSAGES, new Press.Passages(answer.id(), 1));
    }

    private List<Reply.Button> shares(StoredAnswer answer, Reply.Button citation) {
        return me.servesInline()
                ? List.of(citation, button(Phrase.SHARE, new Reply.Share(question(answer))))
                : List.of(citation);
    }

    private List<Reply.Button> opinions(StoredAnswer answer) {
        return List.of(
                button(Phrase.ANSWERS_IT, new Press.Judge(answer.id(), true)),
                button(Phrase.ANSWERS_IT_NOT, new Press.Judge(answer.id(), false)));
    }

    private Reply.Button citation(Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        String link = link(passage, emphasis);
        String text = new Citation(messages).of(passage, emphasis, speaker, link);
        return button(Phrase.COPY_CITATION, new Reply.Copy(text));
    }

    private String link(Passage passage, TextSpan emphasis) {
        return me.link(Bookmark.at(passage, emphasis)).orElse("");
    }

    /// Telegram hands in no longer question than this.
    private static String question(StoredAnswer answer) {
        return Shortened.cut(answer.understood().strip(), LONGEST_SHARED);
    }

    private Reply.Button button(Phrase label, Reply.Action action) {
        return new Reply.Button(label.in(messages), action);
    }
}
