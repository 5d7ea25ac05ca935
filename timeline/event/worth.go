package event

// Worth reports whether a sentence may tell of an event, so that it is worth a tree.
func (d *Detector) Worth(sentence string) bool { return true }
