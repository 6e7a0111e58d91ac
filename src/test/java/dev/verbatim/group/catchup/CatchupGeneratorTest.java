package dev.verbatim.group.catchup;

import static dev.verbatim.group.catchup.CatchupFixture.author;
import static dev.verbatim.group.catchup.CatchupFixture.catchup;
import static dev.verbatim.group.catchup.CatchupFixture.catchupGenerator;
import static dev.verbatim.group.catchup.CatchupFixture.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup.SharedLink;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.telegram.NatoArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a conversation.
class CatchupGeneratorTest {

    private static final String[] READING_GROUP = {
        "Clara: Does anybody know how many ships are patrolling now? I read it and forgot the"
                + " number.",
        "Ben >1: Over 30 in the Baltic and North Seas. They doubled the presence.",
        "Anna: Shall we meet on Thursday at 18:00 and go through the paragraphs on stockpiles"
                + " together?",
        "Clara >3: Works for me. I'll bring the numbers on production.",
        "Ben >3: Me too. Can somebody find out when the next ministers' meeting is?",
        "Dana: Here is the alliance's own page on the exercise:"
                + " https://www.nato.int/steadfast-noon",
        "Anna >6: Thanks! Decided then: Thursday 18:00, Clara brings the numbers, Dana the link.",
    };

    @Test
    void pairsAQuestionWithItsAnswer() {
        Catchup catchup = catchup(READING_GROUP);

        assertThat(catchup.answeredQuestions().getFirst().question().id()).isEqualTo(1);
        assertThat(catchup.answeredQuestions().getFirst().answer().id()).isEqualTo(2);
    }

    @Test
    void aSlowAnswerToWhenOrHowManyIsOneIfNobodyWroteMeanwhile() {
        Catchup catchup =
                catchup(
                        "Katrin: die stellen am montag das wasser ab",
                        "Greta: och nö",
                        "Greta: von wann bis wann denn? bin schon im zug",
                        "24",
                        "Katrin: 8 bis 12, steht da ganz klein",
                        "Mehmet: dann wird sonntag auf vorrat geduscht");

        assertThat(catchup.openQuestions()).isEmpty();
        assertThat(catchup.answeredQuestions().getFirst().answer().id()).isEqualTo(4);
    }

    @Test
    void theReadersPartHasTheirTasksAndTheDecisionsWhereTheyTookPart() {
        List<ChatMessage> chat =
                chat(
                        "Anna: when do we paint the fence?",
                        "Ben >1: saturday works for me",
                        "Anna >2: agreed, we paint the fence on saturday at ten",
                        "120",
                        "Clara: when is the film night?",
                        "Dana >4: friday works for me",
                        "Clara >5: agreed, the film night is on friday at eight",
                        "120",
                        "Ben: I'll bring the brushes tomorrow",
                        "Dana: I'll book the hall tonight");

        Catchup catchup = catchupGenerator().generate(chat, author("Ben"));

        assertThat(ids(catchup.decisions())).contains(3L, 6L);
        assertThat(ids(catchup.forReader())).containsExactly(3L, 7L);
    }

    @Test
    void questionWithoutAnAnswerIsOpen() {
        Catchup catchup = catchup(READING_GROUP);

        assertThat(catchup.openQuestions()).map(open -> open.question().id()).contains(5L);
    }

    @Test
    void twoAgreementsOrTheWordMakeADecision() {
        Catchup catchup = catchup(READING_GROUP);

        assertThat(ids(catchup.decisions())).containsExactly(3L, 7L);
    }

    @Test
    void promiseIsAnAction() {
        Catchup catchup = catchup(READING_GROUP);

        assertThat(ids(catchup.actions())).contains(4L).doesNotContain(1L, 2L, 6L);
    }

    @Test
    void findsLinksInTheText() {
        Catchup catchup = catchup(READING_GROUP);

        assertThat(catchup.links())
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.url()).isEqualTo("https://www.nato.int/steadfast-noon");
                            assertThat(link.message().id()).isEqualTo(6);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "look here...http://example.org/a and there, http://example.org/a",
        "kHTTPs://example.org/a, HTTPs://example.org/a",
        "https://web.example.org/save/http://example.org/a,"
                + " https://web.example.org/save/http://example.org/a"
    })
    void aLinkThatHangsOnAWordIsALink(String text, String url) {
        Catchup catchup = catchup("Anna: " + text);

        assertThat(catchup.links()).extracting(SharedLink::url).containsExactly(url);
    }

    @Test
    void aFileIsNoLinkThoughTelegramMarksItAsOne() {
        ChatMessage marked =
                new ChatMessage(
                        1,
                        0,
                        author("Anna"),
                        Instant.EPOCH,
                        null,
                        "run setup.py, then main.rs as on docs.rs/serde",
                        Set.of(),
                        List.of("setup.py", "main.rs", "docs.rs/serde"));

        Catchup catchup = catchupGenerator().generate(List.of(marked), null);

        assertThat(catchup.links()).extracting(SharedLink::url).containsExactly("docs.rs/serde");
    }

    @Test
    void listsRepliesToAndMentionsOfTheReader() {
        Catchup catchup = catchupGenerator().generate(chat(READING_GROUP), author("Anna"));

        assertThat(ids(catchup.forReader())).containsExactly(4L, 5L);
    }

    @Test
    void asksTheArticlesOnlyTheQuestionOfAMessage() {
        List<String> asked = new ArrayList<>();
        PassageRetriever articles = mock();
        when(articles.retrieve(any(), anyInt()))
                .thenAnswer(
                        call -> {
                            asked.add(call.<Question>getArgument(0).text());
                            return new Ranking(List.of(), 1, 20);
                        });

        catchupGenerator(articles).generate(chat(READING_GROUP[0]), null);

        assertThat(asked).contains("Does anybody know how many ships are patrolling now?");
    }

    @Test
    void whileAnArticleIsSpokenOfLessLikenessIsEnough() {
        PassageRetriever articles = mock();
        when(articles.retrieve(any(), anyInt())).thenReturn(new Ranking(List.of(LIKELY), 1, 20));
        String said = "Ben: three of them will be delivered later, I believe";

        Catchup onTopic =
                catchupGenerator(articles)
                        .generate(chat("Anna: has anybody read the article?", said), null);
        Catchup off =
                catchupGenerator(articles)
                        .generate(chat("Anna: has anybody seen the cat?", said), null);

        assertThat(onTopic.articles()).hasSize(1);
        assertThat(off.articles()).isEmpty();
    }

    @Test
    void talkAboutAParagraphHasItsPeopleAndWhetherTheyAgreed() {
        Catchup agreed =
                articleTalk(
                        "Anna: has anybody read the article?",
                        "Ben: three of them will be delivered later, I believe",
                        "Clara >2: I agree",
                        "Dana >2: yes, exactly");
        Catchup disputed =
                articleTalk(
                        "Anna: has anybody read the article?",
                        "Ben: three of them will be delivered later, I believe",
                        "Clara >2: no, I disagree, that is wrong");

        assertThat(agreed.articles().getFirst().people()).contains(author("Ben"));
        assertThat(agreed.articles().getFirst().agreeing()).isEqualTo(2);
        assertThat(agreed.articles().getFirst().disagreeing()).isZero();
        assertThat(disputed.articles().getFirst().disagreeing()).isEqualTo(1);
    }

    @Test
    void whatIsAnsweredToAnotherMessageIsNoAgreement() {
        Catchup talk =
                articleTalk(
                        "Anna: has anybody read the article?",
                        "Dana: shall we meet at seven?",
                        "Ben: three of them will be delivered later, I believe",
                        "Clara >2: I agree");

        assertThat(talk.articles()).allSatisfy(one -> assertThat(one.agreeing()).isZero());
    }

    private static Catchup articleTalk(String... lines) {
        PassageRetriever articles = mock();
        when(articles.retrieve(any(), anyInt())).thenReturn(new Ranking(List.of(LIKELY), 1, 20));
        return catchupGenerator(articles).generateArticleTalk(chat(lines));
    }

    private static final Ranking.Candidate LIKELY =
            new Ranking.Candidate(
                    NatoArticle.PASSAGE,
                    1,
                    new Ranking.Signals(
                            1,
                            .25,
                            OptionalDouble.of(.8),
                            List.of(
                                    new Ranking.SentenceEvidence(
                                            NatoArticle.PASSAGE.opening(),
                                            .25,
                                            OptionalDouble.of(.8)))));

    @Test
    void aTopicIsLabeledByItsOwnQuestion() {
        Catchup catchup =
                catchup(
                        "Anna: morning all",
                        "Clara: who can carry the old piano down to the cellar on saturday before"
                                + " the concert begins?",
                        "Ben: the piano is heavy, four people at least",
                        "Anna: the cellar is locked, ask Dana");

        assertThat(catchup.topics()).hasSize(1);
        assertThat(catchup.topics().getFirst().label())
                .isEqualTo("who can carry the old piano down to the cellar on saturday");
    }

    @Test
    void aChannelHasPostsAndLinksOnly() {
        Catchup catchup =
                catchup(
                        "Town: We decided: the pool opens on Monday the 3rd at nine.",
                        "300",
                        "Town: I'll post the prices tomorrow. Who is looking forward to it?",
                        "300",
                        "Town: The prices are here: https://pool.example.org/prices");

        assertThat(catchup.decisions()).isEmpty();
        assertThat(catchup.actions()).isEmpty();
        assertThat(catchup.openQuestions()).isEmpty();
        assertThat(catchup.topics()).hasSize(3);
        assertThat(catchup.links()).hasSize(1);
    }

    @Test
    void theSentenceThatMattersIsKnownOfALongMessage() {
        Catchup catchup =
                catchup(
                        "Anna: when is the choir trip?",
                        "Ben: Sorry for the silence, my phone was broken. So the choir trip is on"
                                + " sunday the 5th at nine then. The weather looks fine by the way.",
                        "Clara: +1");

        assertThat(catchup.keySentence(catchup.decisions().getFirst()))
                .isEqualTo("So the choir trip is on sunday the 5th at nine then.");
    }

    @Test
    void whatIsSentWithoutWordsIsCounted() {
        ChatMessage picture =
                new ChatMessage(
                        9,
                        0,
                        author("Anna"),
                        Instant.EPOCH,
                        null,
                        "",
                        Set.of(),
                        List.of(),
                        0,
                        ChatMessage.Media.PICTURE);
        List<ChatMessage> messages = new ArrayList<>(chat("Anna: look", "Ben: nice"));
        messages.add(picture);

        Catchup catchup = catchupGenerator().generate(messages, null);

        assertThat(catchup.messages()).isEqualTo(2);
        assertThat(catchup.unread()).isEqualTo(new Catchup.Unread(1, 0, 0));
    }

    @Test
    void emptyChatHasNoFindings() {
        Catchup catchup = catchup();

        assertThat(catchup.messages()).isZero();
        assertThat(catchup.from()).isNull();
        assertThat(catchup.topics()).isEmpty();
    }

    static List<Long> ids(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::id).toList();
    }
}
