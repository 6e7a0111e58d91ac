package dev.verbatim.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.verbatim.encoder.Encoder;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.retrieval.Question;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class QuestionEncoderTest {

    private static final String GERMAN = "Wie viele Schiffe sind in der Ostsee?";
    private static final String TURKISH = "Bu gemi ne zaman ve neden geldi?";

    private final Encoder encoder = mock(Encoder.class);
    private final QuestionEncoder questions = new QuestionEncoder(encoder);

    @BeforeEach
    void encodeEnglish() {
        when(encoder.speaks(any()))
                .thenAnswer(call -> call.<Locale>getArgument(0).getLanguage().equals("en"));
        when(encoder.encodeQuestion(anyString())).thenReturn(new float[] {1, 0});
    }

    @Test
    void questionInALanguageOfTheArticlesIsEncodedAsItsGloss() {
        assertThat(encoded(GERMAN, Map.of())).contains("how many").contains("ship");
    }

    @Test
    void translationIntoALanguageOfTheArticlesIsPreferred() {
        TranslatedQuestion known =
                TranslatedQuestion.of("Schiffe", Language.GERMAN, Language.ENGLISH, _ -> true)
                        .orElseThrow();

        assertThat(encoded(GERMAN, Map.of("en", known))).isEqualTo(known.gloss());
    }

    @Test
    void questionInEnglishIsEncodedAsItIs() {
        assertThat(encoded("How many ships are there?", Map.of()))
                .isEqualTo("How many ships are there?");
    }

    @Test
    void questionInALanguageWithoutATableHasNoVector() {
        assertThat(questions.encode(Question.of(TURKISH), Map.of())).isNull();
    }

    @Test
    void encoderThatSpeaksTheLanguageGetsTheQuestionItself() {
        when(encoder.speaks(Locale.GERMAN)).thenReturn(true);

        assertThat(encoded(GERMAN, Map.of())).isEqualTo(GERMAN);
    }

    @Test
    void asAskedNoGlossIsEncoded() {
        assertThat(questions.encodeAsAsked(Question.of(GERMAN))).isNull();
        verify(encoder, never()).encodeQuestion(anyString());
    }

    private String encoded(String question, Map<String, TranslatedQuestion> translations) {
        ArgumentCaptor<String> text = ArgumentCaptor.captor();
        assertThat(questions.encode(Question.of(question), translations)).isNotNull();
        verify(encoder).encodeQuestion(text.capture());
        return text.getValue();
    }
}
