"""The kinds of questions: each module takes real text and makes questions of one section."""
