#include "cli/serve/sign_in_services.hpp"

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/terminal.hpp"
#include "jobs/ask_provider.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <algorithm>
#include <functional>
#include <map>

namespace medskapa::cli {
namespace {

constexpr std::size_t longest_name = 40;

struct Service {
    openid::ProviderSettings settings;
    std::string secret_file = {};
    std::string comers = "staff";  // as written
    bool has_scopes = false;
};

using Read = std::function<void(Service&, const std::string&)>;

template <std::string openid::ProviderSettings::*member>
void text_of(Service& service, const std::string& value) {
    service.settings.*member = value;
}

/// What may stand in a section, and what it means.
const std::map<std::string, Read, std::less<>>& settings_by_name() {
    using Settings = openid::ProviderSettings;
    static const std::map<std::string, Read, std::less<>> all{
        {"issuer", text_of<&Settings::issuer>},
        {"client-id", text_of<&Settings::client_id>},
        {"secret-file", [](Service& of, const std::string& value) { of.secret_file = value; }},
        {"scopes",
            [](Service& of, const std::string& value) {
                of.settings.scopes = value;
                of.has_scopes = true;
            }},
        {"for", [](Service& of, const std::string& value) { of.comers = value; }},
        {"person", text_of<&Settings::person_claim>},
        {"address", text_of<&Settings::address_claim>},
        {"domain", text_of<&Settings::domain>},
        {"trust", text_of<&Settings::trusted>},
        {"trust-addresses",
            [](Service& of, const std::string& value) { of.settings.trusts_addresses = value == "true"; }},
        {"assurance", [](Service& of, const std::string& value) { of.settings.assurances.push_back(value); }},
    };
    return all;
}

bool is_name(const std::string& name) {
    return !name.empty() && name.size() <= longest_name &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

std::string names_in(const std::map<std::string, Read, std::less<>>& known) {
    std::string names;
    for (const auto& [name, read] : known) names += (names.empty() ? "" : ", ") + name;
    return names;
}

bool read_label(Service& service, const ConfigLine& line) {
    constexpr std::string_view label = "label-";
    if (!line.name.starts_with(label)) return false;
    for (const auto& language : all_languages()) {
        if (language.tag() != std::string_view{line.name}.substr(label.size())) continue;
        service.settings.label.set(language, fmt::format("{}", fmt::join(line.values, " ")));
        return true;
    }
    return false;
}

void read_line(Service& service, const ConfigLine& line, const std::string& file) {
    if (read_label(service, line)) return;
    const auto& known = settings_by_name();
    const auto found = known.find(line.name);
    if (found == known.end())
        give_up(N_("{}: nothing is called {}. A section may have: {}, and label-sv for each language."), file,
            line.name, names_in(known));
    for (const auto& value : line.values) found->second(service, value);
}

std::string secret_in(const std::string& file) {
    const auto bytes = bytes_of(file);
    if (!bytes) give_up(N_("{} could not be read. Check the name and that you may read it."), file);
    return bytes->substr(0, bytes->find_first_of("\r\n"));
}

void demand_whole(const Service& service, const std::string& file) {
    const auto& settings = service.settings;
    if (!is_name(settings.name))
        give_up(
            N_("{}: begin each section with its name, in small letters, digits and hyphens: [region]"), file);
    if (!openid::is_safe_address(settings.issuer))
        give_up(N_("{}: write the issuer of [{}] as https://..., as the provider itself writes it."), file,
            settings.name);
    if (settings.client_id.empty() || settings.client_secret.empty() || settings.label.empty())
        give_up(N_("{}: [{}] needs client-id, secret-file with something in it, and label-sv."), file,
            settings.name);
    if (settings.trusts_addresses && settings.domain.empty())
        give_up(N_("{}: [{}] trusts addresses, so say of which domain with domain."), file, settings.name);
    if (settings.trusts_addresses && settings.address_claim != "email")
        give_up(N_("{}: [{}] trusts addresses, but the provider vouches for the claim email alone, not for "
                   "{}. Take away address or trust-addresses."),
            file, settings.name, settings.address_claim);
    const auto scopes = text::split(settings.scopes, ' ');
    if (std::find(scopes.begin(), scopes.end(), "openid") == scopes.end())
        give_up(N_("{}: the scopes of [{}] must have openid among them."), file, settings.name);
}

/// Of participants we want to know nothing but who they are: no claim is an address.
void settle_comers(Service& service, const std::string& file) {
    auto& settings = service.settings;
    if (service.comers == "staff") return;
    if (service.comers != "participants")
        give_up(N_("{}: [{}] is for {}. Write staff or participants."), file, settings.name, service.comers);
    if (!settings.domain.empty())
        give_up(N_("{}: [{}] is for participants, of whom no address is asked. Take away domain."), file,
            settings.name);
    settings.address_claim.clear();
    if (!service.has_scopes) settings.scopes = "openid";
}

/// A person is known by the issuer and its name for them: which of two sections has named them is not.
void demand_own_issuers(const std::vector<Service>& services, const std::string& file) {
    std::map<std::string, std::string> names;
    for (const auto& service : services) {
        const auto& settings = service.settings;
        const auto [before, is_new] = names.emplace(settings.issuer, settings.name);
        if (!is_new)
            give_up(N_("{}: [{}] and [{}] have the same issuer. Make them one section."), file,
                before->second, settings.name);
    }
}

std::vector<Service> services_in(const std::string& file) {
    std::vector<Service> services;
    std::map<std::string, std::size_t> places;
    for (const auto& line : config_lines(file)) {
        const auto [place, is_new] = places.emplace(line.section, services.size());
        if (is_new) services.push_back({{.name = line.section}});
        read_line(services[place->second], line, file);
    }
    for (auto& service : services) {
        if (!service.secret_file.empty()) service.settings.client_secret = secret_in(service.secret_file);
        settle_comers(service, file);
        demand_whole(service, file);
    }
    demand_own_issuers(services, file);
    return services;
}

void check_secret(const Service& service, Checks& checks) {
    struct stat found {};
    if (::stat(service.secret_file.c_str(), &found) == 0 && (found.st_mode & 077U) != 0)
        checks.push_back(failed("sign-in", N_("Others on the machine can read {}. Run chmod {} {}"),
            {service.secret_file, "600", service.secret_file}));
}

void check_provider(const openid::ProviderSettings& settings, Checks& checks) {
    const openid::Provider provider{settings, jobs::asking_providers()};
    const auto found = provider.look();
    if (!found)
        checks.push_back(failed("sign-in",
            N_("Nobody can sign in by [{}] ({}): {} {}. Check the issuer, and that this machine may reach "
               "it"),
            {settings.name, settings.issuer, name_of(found.error().fault), found.error().detail}));
    else if (!found->lacks.empty())
        checks.push_back(
            failed("sign-in", N_("[{}] says that it cannot do what we need: {}. Change that at the provider"),
                {settings.name, fmt::format("{}", fmt::join(found->lacks, ", "))}));
    else
        checks.push_back(passed(
            "sign-in", N_("the sign-in service [{}] answers as {}"), {settings.name, settings.issuer}));
}

}  // namespace

std::vector<openid::ProviderSettings> sign_in_services_in(const std::string& file) {
    if (file.empty()) return {};
    std::vector<openid::ProviderSettings> all;
    for (auto& service : services_in(file)) all.push_back(std::move(service.settings));
    return all;
}

void check_sign_in_services(const std::string& file, Checks& checks) {
    if (file.empty()) return;
    try {
        for (const auto& service : services_in(file)) {
            check_secret(service, checks);
            check_provider(service.settings, checks);
        }
    } catch (const std::runtime_error& wrong) {
        checks.push_back(failed("sign-in", N_("The sign-in services cannot be used: {}"), {wrong.what()}));
    }
}

}  // namespace medskapa::cli
