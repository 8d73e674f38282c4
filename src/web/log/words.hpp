#pragma once

#include "engine/openlog/entry.hpp"
#include "web/frame/visit.hpp"

#include <map>
#include <optional>

namespace medskapa::web::log {

/// Where the log's files are published, for programs: "https://rus.example.org/logg".
std::string log_address(const Visit&);

/// The processes that entries are about, each read once.
class Processes {
public:
    explicit Processes(const Visit& visit) : visit_{visit} {}

    const std::optional<Process>& named(const std::string& slug);

private:
    const Visit& visit_;
    std::map<std::string, std::optional<Process>> read_;
};

/// What an entry says, in plain words and with a link to what it is about where that is public.
Html sentence(const Visit&, const openlog::Entry&, Processes&);

/// Equal acts in a row, said at once: "12 inspel came in."
std::string sentence_of_many(const Visit&, const openlog::Entry&, std::size_t many);

/// Acts that a reader would look for together.
struct KindOfActs {
    std::string_view name;  // in addresses
    const char* title;
    std::vector<std::string_view> begin_with;  // their types
};
const std::vector<KindOfActs>& kinds_of_acts();
/// The types that we know of a kind; none for an unknown one.
std::vector<std::string> types_of(std::string_view kind);

/// What the log proves, and what it does not.
Html what_it_proves(const Words&);

}  // namespace medskapa::web::log
