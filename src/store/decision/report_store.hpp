#pragma once

#include "domain/document/document.hpp"
#include "domain/document/merging.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/share_store.hpp"
#include "store/sql/connection.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

/// What a consultation came to, in figures and in whole. A change is shown once the version that it leads to
/// is frozen.
namespace medskapa::store {

/// All figures of a process. Issues, senders, places and channels are those of published inspel.
struct Figures {
    Tally states;    // every inspel, by state
    Tally outcomes;  // issues, by outcome
    Tally channels;
    std::map<std::string, Share, std::less<>> senders;  // by kind of actor
    std::map<std::string, Share, std::less<>> places;   // by municipality's code, "outside" or nothing
    std::int64_t changes = 0;

    Share all() const;
    bool operator==(const Figures&) const = default;
};

/// From the kept counts: what pages show. As quick however much there is.
Figures figures_of(sql::Connection&, Id<Process>);
/// The same by another way: each row read and counted by itself. To check the figures by.
Figures recounted(sql::Connection&, Id<Process>);

/// Where an issue of a published inspel belongs in a report.
struct FiledIssue {
    Id<Issue> id;
    int inspel = 0;  // its number
    int position = 1;
    std::string paragraph;  // code of the first paragraph that it changed; empty: none
    std::string concerns;   // what its inspel is about
};
std::vector<FiledIssue> filed_issues(sql::Connection&, Id<Process>);

/// An issue with its public answer and the numbers of the changes that cite it.
struct ReportedIssue {
    int inspel = 0;
    int position = 1;
    std::string title;
    std::string quote;
    Outcome outcome = Outcome::waiting;
    std::string answer;
    std::vector<int> changes;
};
inline constexpr std::size_t most_issues_at_once = 200;
/// In the order of the ids; at most `most_issues_at_once`.
std::vector<ReportedIssue> reported_issues(sql::Connection&, const std::vector<Id<Issue>>&);

struct ReportedCause {
    std::string name;  // "I-12.1": an issue; "I-12": a whole inspel
    Standing standing = Standing::unknown;
};

/// A change with its paragraph's code and words, the version that it leads to, and what it goes back to.
struct ReportedChange {
    Change change;
    std::string paragraph;
    std::string document;
    int version = 0;
    std::string before;
    std::string after;
    std::vector<ReportedCause> causes;
};
constexpr int all_causes = 1'000'000'000;
/// In the order of their numbers, after the one named; of each at most so many of the issues, and of the
/// whole inspel, that it goes back to.
std::vector<ReportedChange> reported_changes(
    sql::Connection&, Id<Process>, int after, int limit, int most_causes = all_causes);
/// Published inspel that concern a paragraph or a subject, in the order of receipt, after the one named.
std::vector<Inspel> inspel_concerning(
    sql::Connection&, Id<Process>, const std::string& concerns, Id<Inspel> after, int limit);

/// One path from an inspel to its decision, as far as it leads: empty texts and zeros where it ends.
struct Link {
    int inspel = 0;
    int issue = 0;  // position within the inspel
    Outcome outcome = Outcome::waiting;
    int change = 0;
    std::string kind;  // of the change
    std::string paragraph;
    std::string document;
    int version = 0;
    int decision = 0;  // the first that adopted it
};
using UseLink = std::function<void(const Link&)>;
/// Every path from a published inspel, and every change that goes back to none, in their order.
void each_link(sql::Connection&, Id<Process>, const UseLink&);
/// A part of them: the paths from the inspel after the number, at most 500 of them. After the last come the
/// changes that go back to none. Returns the number to go on after; nothing when these were all.
std::optional<int> each_link_after(sql::Connection&, Id<Process>, int number, const UseLink&);

}  // namespace medskapa::store
