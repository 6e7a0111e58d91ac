package dev.verbatim.answer;

/// How sure the bot must be before it shows a passage as the answer, and before it offers one as
/// the closest. A passage that only came close is always labelled so.
///
/// What was read must be surer: there a higher bar keeps out passages that are about it and don't
/// say it. Retrieval can't tell these from answers, so without a reading a higher bar would only
/// cost answers.
public enum Caution {
    /// Rather no answer than a wrong one.
    CAUTIOUS(0.7, 0.6, 0.35),
    /// With half of XQuAD's articles served, 87 in 100 of the questions on them are answered and 10
    /// more offered the closest passage; of those on the other half none is answered.
    BALANCED(0.55, 0.4, 0.2),
    /// Rather a wrong answer than none.
    EAGER(0.35, 0.25, 0.1);

    private final double answeringRead;
    private final double answeringUnread;
    private final double offering;

    Caution(double answeringRead, double answeringUnread, double offering) {
        this.answeringRead = answeringRead;
        this.answeringUnread = answeringUnread;
        this.offering = offering;
    }

    /// From this confidence on a passage is shown as the answer.
    double answering(Findings findings) {
        return findings.reading().isPresent() ? answeringRead : answeringUnread;
    }

    /// From this confidence on it is shown as the closest one.
    double offering() {
        return offering;
    }

    /// What comes of a confidence.
    Verdict.Outcome decide(Findings findings, double confidence) {
        if (confidence >= answering(findings)) {
            return Verdict.Outcome.ANSWERED;
        }
        return confidence >= offering ? Verdict.Outcome.CLOSEST : Verdict.Outcome.NOT_FOUND;
    }
}
