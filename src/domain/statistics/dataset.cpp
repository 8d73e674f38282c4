#include "domain/statistics/dataset.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"

#include <cmath>
#include <set>

namespace medskapa {
namespace {

constexpr std::int64_t most_places = 1'000'000'000'000'000;

void demand(std::vector<Complaint>& complaints, std::string& words, Field field, const char* sentence) {
    words = text::one_line(text::cleaned(words));
    if (words.empty()) complaints.push_back({field, sentence});
}

std::optional<Complaint> misplaced(const std::vector<Dataset::Cell>& cells, std::int64_t places) {
    std::set<std::int64_t> seen;
    for (const auto& cell : cells) {
        if (cell.place < 0 || cell.place >= places)
            return Complaint{Field::file, N_("A cell stands outside the dimensions of the dataset"), {}};
        if (!seen.insert(cell.place).second)
            return Complaint{Field::file,
                N_("The file says the same thing twice. Take away one of the rows that are alike"), {}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> Dataset::places() const {
    std::int64_t count = 1;
    for (const auto& dimension : dimensions) {
        const auto size = static_cast<std::int64_t>(dimension.members.size());
        if (size > 0 && count > most_places / size) return std::nullopt;
        count *= size;
    }
    return count;
}

bool Dataset::hides(const Cell& cell) const {
    constexpr double enough = 5;
    if (small_numbers != SmallNumbers::hidden || !cell.value || *cell.value == 0) return false;
    return std::abs(*cell.value) < enough && *cell.value == std::trunc(*cell.value);
}

std::vector<std::size_t> Dataset::members_at(std::int64_t place) const {
    std::vector<std::size_t> members(dimensions.size());
    for (auto k = dimensions.size(); k-- > 0;) {
        const auto size = static_cast<std::int64_t>(dimensions[k].members.size());
        members[k] = static_cast<std::size_t>(place % size);
        place /= size;
    }
    return members;
}

std::string published_sign(const Dataset::Cell& cell) {
    switch (cell.shown) {
        case Dataset::Shown::few: return "<5";
        case Dataset::Shown::withheld: return "hidden";
        case Dataset::Shown::shown: break;
    }
    return cell.sign;
}

std::string published_digest(const std::string& salt, const std::string& digest) {
    if (salt.empty()) return digest;
    return hex(as_text(sha256(from_hex(salt).value() + from_hex(digest).value())));
}

Result<Dataset> checked(Dataset dataset, const std::vector<Dataset::Cell>& cells) {
    std::vector<Complaint> complaints;
    demand(complaints, dataset.title, Field::title, N_("The dataset has no title. Give one"));
    demand(complaints, dataset.source, Field::source, N_("Say who published the dataset"));
    demand(
        complaints, dataset.licence, Field::licence, N_("Say under which licence the dataset may be used"));
    dataset.vintage = text::one_line(text::cleaned(dataset.vintage));
    dataset.measure = text::one_line(text::cleaned(dataset.measure));
    for (auto& dimension : dataset.dimensions)
        dimension.label = text::one_line(text::cleaned(dimension.label));
    const auto places = dataset.places();
    if (dataset.dimensions.empty() || cells.empty())
        complaints.push_back({Field::file, N_("The file holds no statistics. Choose another")});
    else if (!places)
        complaints.push_back(
            {Field::file, N_("The dataset has too many combinations. Choose fewer of them")});
    else if (auto complaint = misplaced(cells, *places))
        complaints.push_back(*std::move(complaint));
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));

    dataset.cells = static_cast<std::int64_t>(cells.size());
    dataset.missing = 0;
    for (const auto& cell : cells) dataset.missing += cell.value ? 0 : 1;
    return dataset;
}

}  // namespace medskapa
