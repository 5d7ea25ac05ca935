package resolve

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// tell reads a text as a narrative, long after what it tells of.
func (g tagger) tell(body string) []Reading {
	d := text.Split(text.Article{Text: body, Published: edtf.YMD(2011, 2, 16), Genre: text.Narrative}, g.pack.Split)
	return g.cues.Resolve(d, g.grammar.Find(d))
}

// values checks the values of the named expressions, and that all were found.
func values(t *testing.T, body string, rs []Reading, want map[string]string) {
	t.Helper()
	found := map[string]bool{}
	for _, r := range rs {
		words := r.In(body)
		found[words] = true
		if w, ok := want[words]; ok && r.Value != w {
			t.Errorf("%q: got %s, want %s", words, r.Value, w)
		}
	}
	for words := range want {
		if !found[words] {
			t.Errorf("%q was not found", words)
		}
	}
}

func TestStoryGoesOnFromTheYearItHasComeTo(t *testing.T) {
	body := "The rising began in March 1911. The governor fled on 4 April, and the garrison gave up two days later. " +
		"In December a new council met. In January it wrote a constitution. By the following year the north was lost."
	values(t, body, english(t).tell(body), map[string]string{
		"4 April": "1911-04-04", "two days later": "1911-04-06", "December": "1911-12", "January": "1912-01", "the following year": "1913",
	})
}

func TestStoryPassesOverYearsInPassing(t *testing.T) {
	g := english(t)
	for body, want := range map[string]map[string]string{
		// in brackets
		"War broke out in May 1904. General Aldo Ferri (1861–1932) led the south. In July he took the port.": {"July": "1904-07"},
		// far from what is told before and after
		"War broke out in May 1904. The bridge, rebuilt in 1951, was blown up. In July the port fell. It ended in June 1905.": {"July": "1904-07"},
		// a memory
		"The siege began in May 1904. The city had been taken in 1862. In July it fell. The army left in March 1905.": {"July": "1904-07"},
	} {
		values(t, body, g.tell(body), want)
	}
}

func TestStoryFollowsALeapThatTheNextYearsConfirm(t *testing.T) {
	body := "He was born in May 1801. In 1830 he went to sea. In June he reached Peru. In March 1831 he came home."
	values(t, body, english(t).tell(body), map[string]string{"June": "1830-06"})

	body = "Peace was made in August 1913. In 1917 a new war began; in September the kingdom joined it."
	values(t, body, english(t).tell(body), map[string]string{"September": "1917-09"})
}

func TestHeadingsSayTheYear(t *testing.T) {
	g := english(t)
	body := "The war of the plains\n\nSpring campaign of 1943\n\nThe second army crossed the river in March. It was reinforced in 1944, too late. In May it stood before the capital.\n\n" +
		"The year 1944\n\nIn February the siege was raised. The commander, who died in 1981, retired in April.\n"
	values(t, body, g.tell(body), map[string]string{"March": "1943-03", "May": "1943-05", "February": "1944-02", "April": "1944-04"})

	body = "The war of the plains\n\nThe long retreat (1943–1945)\n\nThe army crossed the river in March 1943. In May 1944 it was beaten. In June 1944 it turned. It gave up in April 1945, and in May all was over.\n"
	values(t, body, g.tell(body), map[string]string{"May": "1945-05"})

	body = "Krieg im Norden\n\n1862\n\nIm Januar rückte die Armee vor. Am 2. Januar 1863 zog sie ab.\n\nIm Februar fiel die Stadt. Im Dezember kam Hilfe.\n\n" +
		"1863\n\nIm März begann der Rückzug. Bis heute ist er umstritten.\n"
	values(t, body, language(t, "de").tell(body), map[string]string{"Januar": "1862-01", "Februar": "1862-02", "Dezember": "1862-12", "März": "1863-03", "heute": "PRESENT_REF"})
}

// Words under a picture look like a heading; what follows does not bear them out.
func TestWordsUnderAPictureAreNoHeading(t *testing.T) {
	body := "The campaign began in May 1904.\n\nThe harbour in 1951\n\nIn June 1904 the port was shelled. In August 1904 it was taken. In September the north gave up."
	values(t, body, english(t).tell(body), map[string]string{"September": "1904-09"})
}

func TestStoryInGerman(t *testing.T) {
	body := "Am 3. Mai 1914 brach der Krieg aus. Am selben Tag fiel die Hauptstadt. Zwei Tage später folgte der Hafen. Am folgenden Tag wurde verhandelt. " +
		"Im Juni desselben Jahres kam Hilfe, ebenso im März des folgenden Jahres. Ein halbes Jahr später war Frieden."
	values(t, body, language(t, "de").tell(body), map[string]string{
		"Am selben Tag": "1914-05-03", "Zwei Tage später": "1914-05-05", "folgenden Tag": "1914-05-06",
		"Juni desselben Jahres": "1914-06", "März des folgenden Jahres": "1915-03", "Ein halbes Jahr später": "1915-09",
	})
}

// What an article says of itself counts before what it looks like.
func TestGenreIsObeyed(t *testing.T) {
	g := english(t)
	body := "The treaty was signed in May 1904. The ministers met on 4 June."
	for genre, want := range map[text.Genre]string{text.Narrative: "1904-06-04", text.News: "2011-06-04", text.AnyGenre: "2011-06-04"} {
		d := text.Split(text.Article{Text: body, Published: edtf.YMD(2011, 7, 16), Genre: genre}, g.pack.Split)
		rs := g.cues.Resolve(d, g.grammar.Find(d))
		if got := rs[len(rs)-1].Value; got != want {
			t.Errorf("genre %q: got %s, want %s", genre, got, want)
		}
	}
}
