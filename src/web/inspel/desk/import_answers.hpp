#pragma once

#include "app/inspel/import_causes.hpp"
#include "base/sheets/answers.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web::inspel::desk {

/// What cells of the columns of certain words may mean in the visit's process.
class Meanings {
public:
    explicit Meanings(const Visit& visit) : visit_(visit) {}

    /// None for a column that is typed in, as a day is.
    const std::vector<ui::Choice>& of(const std::string& column);
    bool takes(const std::string& column, const std::string& value);

private:
    const Visit& visit_;
    std::map<std::string, std::vector<ui::Choice>> known_ = {};
};

/// The answers in the form by their questions, as they were chosen: "" is taken back, and an answer that
/// leaves the cell empty is "-". What is no question is passed over.
sheets::Answers chosen_answers(const Visit&);
/// Puts what was chosen among the answers.
void take(sheets::Answers&, const sheets::Answers& chosen);

/// Whether what a cell of the column means is the same in another file: a day is not, as "yesterday".
bool is_lasting(std::string_view column);

/// What each cell means that nobody understood, asked once for all its rows: fields of the form that sends
/// the file. The first `most_questions`, those of most rows.
Html questions(const Visit&, const std::vector<app::ImportCause>&);
/// The answers by which cells were read, to be changed: fields of the same form.
Html answers_view(const Visit&, const std::vector<sheets::Answered>&);

/// What the form answered, to be sent again though no table could be read.
Html answers_kept(const Visit&);

inline constexpr std::size_t most_questions = 50;

}  // namespace medskapa::web::inspel::desk
