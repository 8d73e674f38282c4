#pragma once

#include "domain/site/process.hpp"

#include <string>
#include <vector>

namespace medskapa {

/// One document of the process' tree: the strategy, its goals, a programme, action plans.
struct Document {
    Id<Document> id;
    Id<Process> process;
    Id<Document> parent;
    std::string code;  // "RUS": the beginning of every address in it
    std::string title;
    std::string language = "sv";
};

/// A section or a paragraph. Its code is a name, not a place: it stays with it for ever, wherever it is
/// moved.
struct Node {
    enum class Kind { section, paragraph };
    /// What it is in the strategy, apart from being words.
    enum class Type { text, vision, target_picture, sub_goal, priority, action };

    Id<Node> id;
    Kind kind = Kind::paragraph;
    Type type = Type::text;
    std::string code;  // "RUS-3.2-p1"
};
template <>
inline constexpr auto names_of<Node::Kind> = names<Node::Kind>({
    {Node::Kind::section, "section"},
    {Node::Kind::paragraph, "paragraph"},
});
template <>
inline constexpr auto names_of<Node::Type> = names<Node::Type>({
    {Node::Type::text, "text", N_("Text")},
    {Node::Type::vision, "vision", N_("Vision")},
    {Node::Type::target_picture, "target_picture", N_("Target picture")},
    {Node::Type::sub_goal, "sub_goal", N_("Sub-goal")},
    {Node::Type::priority, "priority", N_("Priority")},
    {Node::Type::action, "action", N_("Action")},
});

/// Some words of a node. They never change; other words are another revision.
struct Revision;

/// One line of a version: a heading or a paragraph, in its place.
struct Line {
    Node node;
    int depth = 0;  // of a heading: 1 is the document's title; of a paragraph: its heading's
    Id<Revision> revision;
    std::string text;  // a heading's words, or a paragraph's Markdown
};
using Lines = std::vector<Line>;

/// The text of a document at one time. A draft is being written; all others are frozen and readable for ever.
struct Version {
    enum class Kind { draft, referral, proposal, adopted };

    Id<Version> id;
    Id<Process> process;
    Id<Document> document;
    int number = 1;
    Kind kind = Kind::draft;
    std::string title;
    std::optional<Instant> frozen_at;
    std::string digest;  // SHA-256 of its Markdown, hexadecimal; of a frozen one
};
template <>
inline constexpr auto names_of<Version::Kind> = names<Version::Kind>({
    {Version::Kind::draft, "draft", N_("Draft")},
    {Version::Kind::referral, "referral", N_("Consultation version")},
    {Version::Kind::proposal, "proposal", N_("Proposal for decision")},
    {Version::Kind::adopted, "adopted", N_("Adopted")},
});

/// Why a paragraph has other words, or another place, than in the version before: one for each paragraph and
/// version, however often it was worked on. One that came and went again, or was changed back, stays as long
/// as something caused it.
struct Change {
    enum class Kind { changed, added, moved, split, merged, removed };

    Id<Change> id = {};
    Id<Process> process = {};
    Id<Document> document = {};
    Id<Version> version = {};  // that it leads to
    int number = 0;            // in the process: "Ä-12"
    Kind kind = Kind::changed;
    Id<Node> node = {};        // the paragraph it is about
    Id<Node> other = {};       // split: what it was a part of; merged: what it went into
    Id<Revision> before = {};  // none: it was not there
    Id<Revision> after = {};   // none: it is gone
    std::string reason = {};
    Instant made_at = {};
};
template <>
inline constexpr auto names_of<Change::Kind> = names<Change::Kind>({
    {Change::Kind::changed, "changed", N_("changed")},
    {Change::Kind::added, "added", N_("new")},
    {Change::Kind::moved, "moved", N_("moved")},
    {Change::Kind::split, "split", N_("split off")},
    {Change::Kind::merged, "merged", N_("merged with another")},
    {Change::Kind::removed, "removed", N_("removed")},
});

/// What a change goes back to.
struct Cause {
    enum class Kind { issue, inspel, evidence, decision };

    Kind kind = Kind::issue;
    std::int64_t id = 0;

    auto operator<=>(const Cause&) const = default;
};
template <>
inline constexpr auto names_of<Cause::Kind> = names<Cause::Kind>({
    {Cause::Kind::issue, "issue"},
    {Cause::Kind::inspel, "inspel"},
    {Cause::Kind::evidence, "evidence"},
    {Cause::Kind::decision, "decision"},
});

/// Why an editor changes something: what it goes back to, or a reason of the trade ("a spelling mistake").
struct Grounds {
    std::vector<Cause> causes;
    std::string reason;
};

/// Refuses grounds that name neither a cause nor a reason.
Result<Grounds> checked(Grounds);
/// Refuses a code that is not of letters, digits, points and hyphens, and a document without a title.
Result<Document> checked(Document);
/// A paragraph's words as they are kept. Refuses none at all and more than 50 000 characters.
Result<std::string> checked_words(const std::string& typed);

// Places in a text. Each returns the text as it would be; the codes of nodes never change.

std::optional<std::size_t> place_of(const Lines&, Id<Node>);
/// The heading that the line at this place stands under, or is.
std::size_t heading_over(const Lines&, std::size_t place);
/// Where a reader finds a line: under which heading, and which of the heading's paragraphs it is.
struct Whereabouts {
    std::string heading;
    int paragraph = 0;  // counted from 1; 0: it is the heading itself

    bool operator==(const Whereabouts&) const = default;
};
Whereabouts whereabouts(const Lines&, std::size_t place);
/// A code that no node of the document has had: of the section, with the next free number.
std::string next_paragraph_code(const Lines&, std::size_t place, const std::vector<std::string>& taken);
/// Moves a paragraph to stand right after another line. Refuses headings and a move to itself.
Result<Lines> moved(Lines, Id<Node> node, Id<Node> after);

/// The text as Markdown: "## 3 Vision {#RUS-3}" and "[RUS-3-p1] Words". read_manuscript() reads it back.
std::string manuscript(const Lines&);
/// Reads Markdown. Headings and paragraphs that have no code get one: headings by their numbers, paragraphs
/// by their order under the heading. Lists, tables and what is fenced are a paragraph each, and footnotes
/// ("[^1]: ...") belong to the paragraph before them. Refuses a code that stands twice, headings deeper than
/// six, a paragraph of more than 50 000 characters, and a text without a heading, each with its line.
Result<Lines> read_manuscript(std::string_view markdown, const std::string& document_code);

}  // namespace medskapa
