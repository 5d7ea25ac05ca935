package langid

import (
	"strings"
	"testing"
)

// Two hundred letters of news in some languages.
var news = map[string]string{
	"en": "The foreign ministers of both countries met in Geneva on Tuesday and agreed to hold further talks in July. Officials said that the agreement, which has been prepared since last year, would be signed before the end of the month if parliament approves it.",
	"de": "Die Außenminister beider Länder trafen sich am Dienstag in Genf und vereinbarten, im Juli weitere Gespräche zu führen. Das Abkommen, das seit dem vergangenen Jahr vorbereitet wird, soll nach Angaben von Beamten noch vor Ende des Monats unterzeichnet werden, wenn das Parlament zustimmt.",
	"fr": "Les ministres des Affaires étrangères des deux pays se sont rencontrés mardi à Genève et ont décidé de poursuivre les négociations en juillet. L'accord, préparé depuis l'année dernière, devrait être signé avant la fin du mois si le parlement l'approuve, selon des responsables.",
	"es": "Los ministros de Asuntos Exteriores de ambos países se reunieron el martes en Ginebra y acordaron celebrar nuevas conversaciones en julio. El acuerdo, que se prepara desde el año pasado, se firmará antes de fin de mes si el parlamento lo aprueba, según fuentes oficiales.",
	"ru": "Министры иностранных дел обеих стран встретились во вторник в Женеве и договорились провести новые переговоры в июле. Соглашение, которое готовится с прошлого года, будет подписано до конца месяца, если парламент его одобрит, сообщили официальные лица в понедельник вечером.",
	"nl": "De ministers van Buitenlandse Zaken van beide landen hebben elkaar dinsdag in Genève ontmoet en spraken af in juli verder te praten. Het akkoord, dat sinds vorig jaar wordt voorbereid, wordt volgens ambtenaren voor het einde van de maand getekend als het parlement instemt.",
	"zh": "两国外长星期二在日内瓦举行会谈，同意七月继续谈判。官员表示，如果议会批准，协议将于本月底前签署。该协议自去年以来一直在准备之中。",
	"el": "Οι υπουργοί Εξωτερικών των δύο χωρών συναντήθηκαν την Τρίτη στη Γενεύη και συμφώνησαν να συνεχίσουν.",
}

func TestNewsIsTold(t *testing.T) {
	for name, g := range map[string]Guesser{
		"without words": {},
		"with words":    New(map[string][]string{"en": strings.Fields("the of and to that with which has been"), "de": strings.Fields("der die und das den von mit im des zu")}),
	} {
		for want, body := range news {
			if got := g.Of(body); got != want {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
		}
	}
}

func TestWhatIsDoubtfulIsNotTold(t *testing.T) {
	for name, body := range map[string]string{
		"nothing": "", "figures": strings.Repeat("2009-06-20 14:30 ", 200), "a title": "Talks fail in Geneva",
		"one sentence": "The talks were held in Geneva on Tuesday.", "names": strings.Repeat("Kim Jong Il, Wu Dawei; ", 9),
		"short German": "Die Gespräche in Genf sind gescheitert.", "one letter": strings.Repeat("a", 5000),
	} {
		if got := (Guesser{}).Of(body); got != "" {
			t.Errorf("%s: got %q, want nothing", name, got)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range news {
		f.Add(s)
	}
	g := New(map[string][]string{"en": {"the", "of"}})
	f.Fuzz(func(t *testing.T, s string) {
		if got := g.Of(s); len(got) > 3 {
			t.Errorf("got %q", got)
		}
	})
}

func BenchmarkGlance(b *testing.B) {
	g := New(map[string][]string{"en": strings.Fields("the of and to that with which has been")})
	for b.Loop() {
		g.Of(news["en"])
	}
}

func BenchmarkTrigrams(b *testing.B) {
	for b.Loop() {
		Guesser{}.Of(news["en"])
	}
}
