#include "web/routes.hpp"

#include "web/assessment/addresses.hpp"
#include "web/assessment/desk/pages.hpp"
#include "web/assessment/pages.hpp"
#include "web/checklist/addresses.hpp"
#include "web/checklist/desk/pages.hpp"
#include "web/checklist/pages.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/desk/pages.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/result/pages.hpp"
#include "web/correction/addresses.hpp"
#include "web/correction/desk/pages.hpp"
#include "web/correction/pages.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/desk/pages.hpp"
#include "web/decision/pages.hpp"
#include "web/decision/report/pages.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/pages.hpp"
#include "web/document/pictures.hpp"
#include "web/frame/site_style.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/desk/entry.hpp"
#include "web/inspel/pages.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/acts.hpp"
#include "web/issue/desk/files.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/law/addresses.hpp"
#include "web/law/desk/pages.hpp"
#include "web/law/pages.hpp"
#include "web/log/addresses.hpp"
#include "web/log/pages.hpp"
#include "web/mail/addresses.hpp"
#include "web/mail/desk/pages.hpp"
#include "web/mail/pages.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/desk/pages.hpp"
#include "web/moderation/pages.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/desk/pages.hpp"
#include "web/organisation/pages.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/desk/pages.hpp"
#include "web/own_page/pages.hpp"
#include "web/panel/addresses.hpp"
#include "web/panel/desk/pages.hpp"
#include "web/panel/pages.hpp"
#include "web/plan/addresses.hpp"
#include "web/plan/desk/pages.hpp"
#include "web/plan/pages.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/desk/pages.hpp"
#include "web/priority/pages.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/pages.hpp"
#include "web/retention/addresses.hpp"
#include "web/retention/desk/pages.hpp"
#include "web/search/addresses.hpp"
#include "web/search/pages.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/pages.hpp"
#include "web/site/pages.hpp"
#include "web/staff/account.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/desk/pages.hpp"
#include "web/staff/own_passkeys.hpp"
#include "web/staff/own_passphrase.hpp"
#include "web/staff/passkey_door.hpp"
#include "web/staff/provider/provider.hpp"
#include "web/staff/setup.hpp"
#include "web/staff/sign_in.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/desk/pages.hpp"
#include "web/statistics/pages.hpp"
#include "web/swot/addresses.hpp"
#include "web/swot/desk/pages.hpp"
#include "web/swot/pages.hpp"

namespace medskapa::web {
namespace {

constexpr auto get = http::Method::get;
constexpr auto post = http::Method::post;
using http::Spending;

}  // namespace

std::vector<Route> all_routes() {
    return {
        {get, address::front_page, Action::read_public, site::front},
        {get, address::start_page, Action::read_public, site::start},
        {get, address::about_page, Action::read_public, site::about},
        {get, address::step_page, Action::read_public, site::step},
        {get, address::activities_page, Action::read_public, site::activities},
        {get, address::activity_page, Action::read_public, site::activity},
        {get, address::news_page, Action::read_public, site::news},
        {get, address::news_feed, Action::read_public, site::news_feed},
        {get, address::calendar_page, Action::read_public, site::calendar},
        {get, address::calendar_feed, Action::read_public, site::calendar_feed},
        {get, address::event_page, Action::read_public, site::event},
        {get, address::event_calendar, Action::read_public, site::event_calendar},
        {get, address::organisation_page, Action::read_public, site::organisation},

        {get, address::site_style, Action::read_public, style_sheet},
        {get, address::site_logotype, Action::read_public, logotype_file},
        {get, address::search_page, Action::read_public, search::show},
        {get, address::accessibility_page, Action::read_public, law::accessibility},
        {post, address::accessibility_page, Action::report_lack, law::report_lack},
        {get, address::personal_data_page, Action::read_public, law::personal_data},
        {get, address::cookies_page, Action::read_public, law::cookies},
        {get, address::contact_page, Action::read_public, law::contact},
        {get, address::security_text, Action::read_public, law::security},
        {get, address::robots_text, Action::read_public, law::robots},
        {get, address::sitemap, Action::read_public, law::sitemap},
        {get, address::site_icon, Action::read_public, law::icon, Spending::nothing, {}, Reads::files},

        {get, address::inspel_list, Action::read_public, inspel::list},
        {get, address::inspel_csv, Action::read_public, inspel::list_csv},
        {get, address::inspel_form, Action::read_public, inspel::form},
        {post, address::inspel_list, Action::give_inspel, inspel::receive, {}, Takes::file},
        {get, address::inspel_file, Action::read_public, inspel::file},
        {get, address::inspel_only_file, Action::read_public, inspel::only_file},
        {get, address::inspel_page, Action::read_public, inspel::show},
        {get, address::find_receipt, Action::follow_inspel, inspel::ask_for_code},
        {post, address::find_receipt, Action::follow_inspel, inspel::find_by_code, Spending::trying},
        {get, address::receipt_page, Action::follow_inspel, inspel::receipt},
        {get, address::receipt_attachment, Action::follow_inspel, inspel::senders_file},
        {post, address::complete_inspel, Action::follow_inspel, inspel::complete, {}, Takes::long_form},
        {post, address::withdraw_inspel, Action::follow_inspel, inspel::withdraw},
        {post, address::appeal_refusal, Action::follow_inspel, inspel::appeal},

        {get, address::organisations_page, Action::read_public, organisation::list},
        {get, address::one_organisation_page, Action::read_public, organisation::show},
        {post, address::ask_for_mandate, Action::follow_inspel, organisation::ask, Spending::trying},
        {get, address::mandate_page, Action::speak_for_organisation, organisation::mandate},
        {post, address::mandate_page, Action::speak_for_organisation, organisation::answer_mandate},

        {get, address::report_inspel, Action::report_content, moderation::inspel_form},
        {post, address::report_inspel, Action::report_content, moderation::report_inspel},
        {get, address::report_statement, Action::report_content, moderation::statement_form},
        {post, address::report_statement, Action::report_content, moderation::report_statement},
        {get, address::find_report, Action::report_content, moderation::ask_for_code},
        {post, address::find_report, Action::report_content, moderation::find_by_code, Spending::trying},
        {get, address::conduct_page, Action::read_public, moderation::rules},
        {get, address::review_numbers, Action::read_public, moderation::review_numbers},
        {get, address::followed_report, Action::report_content, moderation::followed},

        {get, address::newest_referral, Action::read_public, referral::newest},
        {get, address::answer_as_party, Action::answer_referral, referral::party_form},
        {post, address::answer_as_party, Action::answer_referral, referral::receive_from, {}, Takes::file},
        {post, address::abstain_as_party, Action::answer_referral, referral::abstain},
        {get, address::answer_draft, Action::answer_referral, referral::draft},
        {post, address::answer_draft, Action::answer_referral, referral::change_draft, Spending::reading,
            Takes::file},
        {get, address::approve_answer, Action::answer_referral, referral::to_approve},
        {post, address::approve_answer, Action::answer_referral, referral::approve},
        {get, address::answer_to_approve_file, Action::answer_referral, referral::approvers_file},
        {get, address::referral_page, Action::read_public, referral::show},
        {get, address::referral_coverage, Action::read_public, referral::coverage},
        {get, address::referral_table_csv, Action::read_public, referral::table_csv},
        {get, address::referral_positions, Action::read_public, referral::positions},
        {get, address::referral_json, Action::read_public, referral::open_data},
        {get, address::answer_referral, Action::answer_referral, referral::open_form},
        {post, address::answer_referral, Action::answer_referral, referral::receive, {}, Takes::file},
        {get, address::changes_page, Action::read_public, decision::report::changed},
        {get, address::links_csv, Action::read_public, decision::report::links_csv},
        {get, address::links_json, Action::read_public, decision::report::links_json},
        {get, address::report_page, Action::read_public, decision::report::show},
        {get, address::report_file, Action::read_public, decision::report::file},
        {get, address::report_part, Action::read_public, decision::report::part},
        {get, address::report_section, Action::read_public, decision::report::section},
        {get, address::decisions_page, Action::read_public, decision::list},
        {get, address::decision_page, Action::read_public, decision::show},
        {get, address::conversation_page, Action::read_public, conversation::next},
        {post, address::conversation_page, Action::vote, conversation::propose},
        {post, address::vote, Action::vote, conversation::vote, Spending::voting},
        {post, address::about_voter, Action::vote, conversation::save_background, Spending::voting},
        {post, address::withdraw_votes, Action::vote, conversation::withdraw, Spending::voting},
        {get, address::result_page, Action::read_public, conversation::result::show},
        {get, address::own_result_page, Action::read_public, conversation::result::own_place},
        {get, address::result_json, Action::read_public, conversation::result::as_json},
        {get, address::statement_rulings, Action::read_public, conversation::rulings},

        {get, address::conditions_page, Action::read_public, statistics::conditions},
        {get, address::dataset_page, Action::read_public, statistics::dataset},
        {get, address::dataset_csv, Action::read_public, statistics::dataset_csv},
        {get, address::dataset_file, Action::read_public, statistics::dataset_file},
        {get, address::run_page, Action::read_public, statistics::run},
        {get, address::run_csv, Action::read_public, statistics::run_csv},
        {get, address::run_json, Action::read_public, statistics::run_json},
        {get, address::run_picture, Action::read_public, statistics::run_picture},
        {get, address::priorities_page, Action::read_public, priority::list},
        {get, address::priority_page, Action::read_public, priority::show},
        {get, address::weighing_page, Action::read_public, priority::weighing},
        {get, address::invited_weighing, Action::vote, priority::invited},
        {post, address::weigh_points, Action::vote, priority::weigh_points, Spending::voting},
        {post, address::weigh_choices, Action::vote, priority::weigh_choices, Spending::voting},
        {post, address::take_back_weighing, Action::vote, priority::take_back, Spending::voting},
        {get, address::weighing_result, Action::read_public, priority::weighing_result},
        {get, address::weighing_csv, Action::read_public, priority::weighing_csv},
        {get, address::panels_page, Action::read_public, panel::list},
        {get, address::panel_page, Action::read_public, panel::show},
        {get, address::panel_csv, Action::read_public, panel::as_csv},
        {get, address::panel_member_page, Action::vote, panel::member},
        {post, address::give_estimate, Action::vote, panel::give, Spending::voting},
        {post, address::take_back_estimate, Action::vote, panel::take_back, Spending::voting},
        {get, address::swot_page, Action::read_public, swot::list},
        {get, address::swot_item_page, Action::read_public, swot::show},
        {get, address::checklists_page, Action::read_public, checklist::show},
        {get, address::checklists_csv, Action::read_public, checklist::as_csv},
        {get, address::wheel_picture, Action::read_public, checklist::wheel_picture},
        {get, address::assessments_page, Action::read_public, assessment::list},
        {get, address::assessment_page, Action::read_public, assessment::show},
        {get, address::plan_page, Action::read_public, plan::show},
        {get, address::plan_edition_page, Action::read_public, plan::edition},
        {get, address::corrections_page, Action::read_public, correction::list},

        {get, address::documents_page, Action::read_public, document::documents},
        {get, address::document_page, Action::read_public, document::newest},
        {get, address::version_page, Action::read_public, document::version},
        {get, address::version_markdown, Action::read_public, document::as_markdown},
        {get, address::version_docx, Action::read_public, document::as_docx},
        {get, address::version_odt, Action::read_public, document::as_odt},
        {get, address::version_file, Action::read_public, document::as_page_or_pdf},
        {get, address::comparison_docx, Action::read_public, document::marked_docx},
        {get, address::comparison_odt, Action::read_public, document::marked_odt},
        {get, address::comparison_page, Action::read_public, document::compare},
        {get, address::paragraph_page, Action::read_public, document::paragraph},
        {get, address::picture_file, Action::read_public, document::picture},
        {get, address::change_page, Action::read_public, document::change},

        {get, address::log_page, Action::read_public, log::all},
        {get, address::process_log, Action::read_public, log::of_process},
        {get, address::log_checkpoint, Action::read_public, log::checkpoint, Spending::nothing, {},
            Reads::files},
        {get, address::unwitnessed_checkpoint, Action::read_public, log::unwitnessed_checkpoint,
            Spending::nothing, {}, Reads::files},
        {get, address::log_tile, Action::read_public, log::tile, Spending::nothing, {}, Reads::files},
        {get, address::newest_rules, Action::read_public, log::newest_rules},
        {get, address::rules_file, Action::read_public, log::rules},
        {get, address::check_receipt, Action::read_public, log::ask_for_receipt},
        {post, address::check_receipt, Action::read_public, log::check, Spending::trying, Takes::long_form},
        {get, address::receipt_file, Action::follow_inspel, log::receipt_file},
        {get, address::vote_receipts, Action::read_public, log::vote_receipts},
        {get, address::vote_receipt_file, Action::read_public, log::vote_receipt_file},
        {get, address::openings_csv, Action::read_public, log::openings},

        {get, address::set_up, Action::set_up, staff::setup},
        {post, address::set_up, Action::set_up, staff::finish_setup, Spending::trying},
        {get, address::setup_question, Action::set_up, staff::question},
        {post, address::setup_question, Action::set_up, staff::answer_question, Spending::trying,
            Takes::file},
        {get, address::follow_page, Action::read_public, mail::follow_form},
        {post, address::follow_page, Action::follow_inspel, mail::follow, Spending::trying},
        {get, address::follower_page, Action::follow_inspel, mail::follower},
        {post, address::follower_page, Action::follow_inspel, mail::choose},
        {get, address::confirm_following, Action::follow_inspel, mail::confirm_form},
        {post, address::confirm_following, Action::follow_inspel, mail::confirm},
        {get, address::stop_following, Action::follow_inspel, mail::stop_form},
        // By mail programs, many people's from one network.
        {post, address::stop_following, Action::follow_inspel, mail::stop, Spending::voting},
        {get, address::own_page, Action::see_own, own_page::own_page},
        {post, address::own_page, Action::see_own, own_page::request_link, Spending::trying},
        {get, address::open_own_page, Action::see_own, own_page::open_form, Spending::trying},
        {post, address::open_own_page, Action::see_own, own_page::open, Spending::trying},
        {get, address::own_at_provider, Action::see_own, own_page::go_to_eid},
        {get, address::own_from_provider, Action::see_own, own_page::come_from_eid, Spending::trying},
        {post, address::forget_identity, Action::see_own, own_page::forget_identity},
        {post, address::show_as_person, Action::vote, own_page::show_as_person, Spending::voting},
        {post, address::sign_out_own, Action::see_own, own_page::sign_out},
        {post, address::tie_inspel, Action::see_own, own_page::tie_inspel, Spending::trying},
        {post, address::request_tie, Action::follow_inspel, own_page::request_tie, Spending::trying},
        {post, address::own_following, Action::see_own, own_page::choose},
        {post, address::own_extract, Action::see_own, own_page::extract},
        {post, address::withdraw_own_inspel, Action::see_own, own_page::withdraw},
        {get, address::own_request, Action::see_own, own_page::request_form},
        {post, address::own_request, Action::see_own, own_page::send_request},
        {get, address::own_requests, Action::moderate_inspel, own_page::desk::requests},
        {post, address::answer_own_request, Action::moderate_inspel, own_page::desk::answer},
        {get, address::ask_for_link, Action::sign_in, staff::ask_for_link},
        {post, address::ask_for_link, Action::sign_in, staff::request_link, Spending::trying},
        {post, address::sign_in_by_passphrase, Action::sign_in, staff::sign_in_by_passphrase,
            Spending::trying},
        {post, address::passkey_challenge, Action::sign_in, staff::passkey_challenge, Spending::reading},
        {post, address::sign_in_by_passkey, Action::sign_in, staff::sign_in_by_passkey, Spending::trying},
        {get, address::begin_at_provider, Action::sign_in, staff::begin_at_provider},
        {get, address::come_from_provider, Action::sign_in, staff::come_from_provider, Spending::trying},
        {get, address::prove_at_provider, Action::sign_out, staff::prove_at_provider},
        {get, address::proved, Action::sign_out, staff::proved},
        {get, address::sign_in, Action::sign_in, staff::ask_to_sign_in},
        {post, address::sign_in, Action::sign_in, staff::sign_in, Spending::trying},
        {get, address::own_account, Action::sign_out, staff::account},
        {post, address::own_name, Action::sign_out, staff::rename_self},
        {post, address::other_sessions, Action::sign_out, staff::end_other_sessions},
        {post, address::one_session, Action::sign_out, staff::end_session},
        {post, address::prove_oneself, Action::change_sign_in, staff::prove_oneself},
        {post, address::proof_challenge, Action::sign_out, staff::proof_challenge},
        {get, address::own_passphrase, Action::change_sign_in, staff::own_passphrase},
        {post, address::own_passphrase, Action::change_sign_in, staff::set_up_passphrase},
        {post, address::change_passphrase, Action::change_sign_in, staff::change_passphrase},
        {post, address::drop_passphrase, Action::change_sign_in, staff::drop_passphrase},
        {post, address::recovery_codes, Action::change_sign_in, staff::renew_recovery_codes},
        {post, address::prove_for_passkeys, Action::change_sign_in, staff::prove_for_passkeys},
        {get, address::own_passkeys, Action::change_sign_in, staff::own_passkeys},
        {post, address::own_passkeys, Action::change_sign_in, staff::add_passkey},
        {post, address::new_passkey_challenge, Action::change_sign_in, staff::new_passkey_challenge},
        {post, address::rename_passkey, Action::change_sign_in, staff::rename_passkey},
        {post, address::remove_passkey, Action::change_sign_in, staff::remove_passkey},
        {get, address::own_services, Action::change_sign_in, staff::own_services},
        {post, address::prove_for_services, Action::change_sign_in, staff::prove_for_services},
        {get, address::begin_to_tie, Action::change_sign_in, staff::begin_to_tie},
        {post, address::untie, Action::change_sign_in, staff::untie},
        {post, address::sign_out, Action::sign_out, staff::sign_out, Spending::nothing},

        {get, address::to_answer, Action::read_desk, issue::desk::to_answer},
        {get, address::desk_list, Action::read_desk, issue::desk::list},
        {post, address::desk_list, Action::read_desk, issue::desk::do_in_bulk},
        {post, address::undo_bulk, Action::read_desk, issue::desk::undo_bulk},
        {post, address::saved_filters, Action::read_desk, issue::desk::save_filter},
        {post, address::remove_filter, Action::read_desk, issue::desk::remove_filter},
        {get, address::desk_progress, Action::read_desk, issue::desk::progress},
        {post, address::set_rest_aside, Action::handle_issues, issue::desk::set_rest_aside},
        {get, address::to_review, Action::read_desk, issue::desk::to_review},
        {get, address::to_split, Action::read_desk, issue::desk::to_split},
        {get, address::declined_inspel, Action::read_desk, issue::desk::declined},
        {get, address::held_answers, Action::read_desk, issue::desk::held_answers},
        {post, address::held_answers, Action::publish_answers, issue::desk::publish_answers},
        {get, address::reported_things, Action::moderate_inspel, moderation::desk::reported_things},
        {get, address::reported_thing, Action::moderate_inspel, moderation::desk::reported_thing},
        {post, address::reported_thing, Action::moderate_inspel, moderation::desk::decide_report},
        {get, address::desk_appeal, Action::moderate_inspel, moderation::desk::appeal},
        {post, address::desk_appeal, Action::moderate_inspel, moderation::desk::decide_appeal},
        {get, address::text_blocks, Action::read_desk, issue::desk::text_blocks},
        {post, address::text_blocks, Action::handle_issues, issue::desk::add_text_block},
        {get, address::inspel_workbench, Action::read_desk, issue::desk::workbench},
        {post, address::publish_inspel, Action::moderate_inspel, issue::desk::publish},
        {post, address::decline_inspel, Action::moderate_inspel, issue::desk::decline},
        {post, address::reopen_inspel, Action::moderate_inspel, issue::desk::reopen},
        {post, address::edit_copy, Action::moderate_inspel, issue::desk::edit_copy},
        {get, address::staffs_inspel_file, Action::read_desk, inspel::desk::file},
        {post, address::show_inspel_file, Action::moderate_inspel, issue::desk::show_file},
        {post, address::mask_inspel_file, Action::moderate_inspel, issue::desk::mask_file, {}, Takes::file},
        {post, address::split_inspel, Action::handle_issues, issue::desk::split},
        {post, address::assign_issues, Action::handle_issues, issue::desk::assign},
        {post, address::answer_issues, Action::handle_issues, issue::desk::answer},
        {post, address::change_answer, Action::publish_answers, issue::desk::change_answer},
        {post, address::take_back_answer, Action::publish_answers, issue::desk::take_back_answer},
        {post, address::erase_inspel, Action::erase, issue::desk::erase},
        {post, address::show_addition, Action::moderate_inspel, issue::desk::show_addition},
        {post, address::remove_issue, Action::handle_issues, issue::desk::remove_issue},
        {post, address::leave_group, Action::handle_issues, issue::desk::leave_group},
        {post, address::group_issues, Action::handle_issues, issue::desk::group},
        {post, address::remove_text_block, Action::handle_issues, issue::desk::remove_text_block},
        {get, address::enter_inspel, Action::enter_inspel, inspel::desk::entry_form},
        {post, address::enter_inspel, Action::enter_inspel, inspel::desk::enter, {}, Takes::file},
        {get, address::import_inspel, Action::enter_inspel, inspel::desk::import_form},
        {get, address::import_template, Action::enter_inspel, inspel::desk::import_template},
        {post, address::import_inspel, Action::enter_inspel, inspel::desk::import, {}, Takes::file},

        {get, address::referrals_page, Action::read_desk, referral::desk::referrals},
        {post, address::referrals_page, Action::run_referral, referral::desk::send},
        {get, address::parties_page, Action::read_desk, referral::desk::parties},
        {post, address::invite_party, Action::run_referral, referral::desk::invite},
        {post, address::import_parties, Action::run_referral, referral::desk::import_parties, {},
            Takes::file},
        {get, address::party_page, Action::read_desk, referral::desk::party},
        {post, address::extend_deadline, Action::run_referral, referral::desk::extend},
        {post, address::remind_party, Action::run_referral, referral::desk::remind},
        {post, address::record_abstention, Action::run_referral, referral::desk::abstain},
        {get, address::mailing_list_csv, Action::run_referral, referral::desk::send_list},
        {get, address::enter_letter, Action::run_referral, referral::desk::letter_form},
        {post, address::enter_letter, Action::run_referral, referral::desk::enter_letter, {}, Takes::file},
        {post, address::set_case_number, Action::run_referral, referral::desk::set_case_number},
        {post, address::confirm_sender, Action::run_referral, referral::desk::confirm_sender},
        {get, address::desk_organisations, Action::keep_organisations, organisation::desk::list},
        {get, address::organisations_csv, Action::keep_organisations, organisation::desk::list_csv},
        {get, address::import_organisations, Action::keep_organisations, organisation::desk::import_form},
        {post, address::import_organisations, Action::keep_organisations, organisation::desk::import, {},
            Takes::file},
        {get, address::edit_organisation, Action::keep_organisations, organisation::desk::organisation},
        {post, address::edit_organisation, Action::keep_organisations, organisation::desk::save},
        {get, address::merge_organisations, Action::keep_organisations, organisation::desk::merge_form},
        {post, address::merge_organisations, Action::keep_organisations, organisation::desk::merge},
        {post, address::revoke_mandate, Action::keep_organisations, organisation::desk::revoke},
        {post, address::redact_copy, Action::moderate_inspel, issue::desk::redact},
        {get, address::mail_page, Action::read_desk, mail::desk::list},
        {get, address::letter_page, Action::read_desk, mail::desk::letter},
        {post, address::send_mail_again, Action::moderate_inspel, mail::desk::send_again},
        {get, address::missing_page, Action::read_desk, decision::desk::missing},
        {post, address::waive_missing, Action::decide, decision::desk::waive},
        {post, address::declare_complete, Action::decide, decision::desk::declare},
        {get, address::desk_decisions, Action::decide, decision::desk::list},
        {get, address::decide, Action::decide, decision::desk::form},
        {post, address::decide, Action::decide, decision::desk::decide},
        {post, address::record_notice, Action::decide, decision::desk::set_notice_day},
        {get, address::consultation_page, Action::decide, decision::desk::consultation},
        {post, address::consultation_page, Action::decide, decision::desk::save_consultation},
        {post, address::consultation_events, Action::decide, decision::desk::add_event, {}, Takes::file},
        {get, address::desk_priorities, Action::edit_text, priority::desk::list},
        {get, address::edit_priority, Action::edit_text, priority::desk::priority},
        {post, address::edit_priority, Action::edit_text, priority::desk::save_priority},
        {get, address::decide_priority, Action::decide, priority::desk::decision},
        {post, address::decide_priority, Action::decide, priority::desk::save_decision},
        {post, address::cite_for_priority, Action::edit_text, priority::desk::cite},
        {post, address::note_discovery, Action::edit_text, priority::desk::note_discovery},
        {get, address::open_weighing, Action::steer_conversation, priority::desk::weighing_form},
        {post, address::open_weighing, Action::steer_conversation, priority::desk::open_weighing},
        {get, address::desk_weighing, Action::edit_text, priority::desk::weighing},
        {post, address::invite_to_weigh, Action::steer_conversation, priority::desk::invite},
        {get, address::desk_panels, Action::edit_text, panel::desk::list},
        {get, address::begin_panel, Action::steer_conversation, panel::desk::form},
        {post, address::begin_panel, Action::steer_conversation, panel::desk::begin},
        {get, address::desk_panel, Action::edit_text, panel::desk::panel},
        {post, address::invite_to_panel, Action::steer_conversation, panel::desk::invite},
        {get, address::open_panel_round, Action::steer_conversation, panel::desk::round_form},
        {post, address::open_panel_round, Action::steer_conversation, panel::desk::open_round},
        {get, address::desk_swot, Action::edit_text, swot::desk::list},
        {get, address::edit_swot_item, Action::edit_text, swot::desk::item},
        {post, address::edit_swot_item, Action::edit_text, swot::desk::save_item},
        {post, address::cite_for_swot, Action::edit_text, swot::desk::cite},
        {post, address::support_swot_item, Action::edit_text, swot::desk::support},
        {post, address::take_figure_off_swot_item, Action::edit_text, swot::desk::take_figure_off},
        {post, address::take_off_swot_item, Action::edit_text, swot::desk::take_off},
        {post, address::publish_swot_item, Action::edit_text, swot::desk::publish},
        {post, address::withdraw_swot_item, Action::edit_text, swot::desk::withdraw},
        {get, address::desk_checklists, Action::edit_text, checklist::desk::list},
        {get, address::judge_requirement, Action::edit_text, checklist::desk::requirement},
        {post, address::judge_requirement, Action::edit_text, checklist::desk::judge},
        {get, address::desk_assessments, Action::edit_text, assessment::desk::list},
        {get, address::edit_assessment, Action::edit_text, assessment::desk::assessment},
        {post, address::edit_assessment, Action::edit_text, assessment::desk::save_assessment},
        {post, address::assess_paragraph, Action::edit_text, assessment::desk::add_paragraph},
        {post, address::stop_assessing_paragraph, Action::edit_text, assessment::desk::drop_paragraph},
        {get, address::answer_step, Action::edit_text, assessment::desk::step},
        {post, address::answer_step, Action::edit_text, assessment::desk::answer},
        {post, address::look_at_answer, Action::edit_text, assessment::desk::look_at},
        {get, address::edit_conflict, Action::edit_text, assessment::desk::conflict},
        {post, address::edit_conflict, Action::edit_text, assessment::desk::save_conflict},
        {get, address::desk_plan, Action::edit_text, plan::desk::show},
        {post, address::desk_plan, Action::edit_text, plan::desk::save},
        {post, address::begin_plan, Action::edit_text, plan::desk::begin},
        {post, address::publish_plan, Action::edit_text, plan::desk::publish},
        {post, address::discard_plan, Action::edit_text, plan::desk::discard},
        {get, address::edit_plan_line, Action::edit_text, plan::desk::line},
        {post, address::edit_plan_line, Action::edit_text, plan::desk::save_line},
        {post, address::remove_plan_line, Action::edit_text, plan::desk::remove_line},
        {get, address::judge_promise, Action::edit_text, plan::desk::promise},
        {post, address::judge_promise, Action::edit_text, plan::desk::judge},
        {get, address::correct_decision, Action::decide, correction::desk::decision},
        {post, address::correct_decision, Action::decide, correction::desk::correct_decision},
        {get, address::correct_party, Action::run_referral, correction::desk::party},
        {post, address::correct_party, Action::run_referral, correction::desk::correct_party},
        {get, address::correct_seat, Action::edit_site, correction::desk::seat},
        {post, address::correct_seat, Action::edit_site, correction::desk::correct_seat},
        {get, address::correct_step, Action::edit_site, correction::desk::step},
        {post, address::correct_step, Action::edit_site, correction::desk::correct_step},
        {get, address::printed_version, Action::freeze_text, correction::desk::paragraphs},
        {get, address::correct_print, Action::freeze_text, correction::desk::paragraph},
        {post, address::correct_print, Action::freeze_text, correction::desk::correct_paragraph},
        {get, address::desk_conversations, Action::read_desk, conversation::desk::list},
        {get, address::desk_conversation, Action::read_desk, conversation::desk::show},
        {post, address::desk_conversation, Action::moderate_statements, conversation::desk::add_statement},
        {post, address::review_statement, Action::moderate_statements, conversation::desk::moderate},
        {post, address::convert_statement, Action::enter_inspel, conversation::desk::convert_statement},
        {post, address::steer_conversation, Action::steer_conversation, conversation::desk::change_state},
        {post, address::name_group, Action::steer_conversation, conversation::desk::name_group},
        {post, address::conversation_population, Action::steer_conversation,
            conversation::desk::set_population},
        {post, address::comments_csv, Action::export_votes, conversation::desk::comments_csv},
        {post, address::votes_csv, Action::export_votes, conversation::desk::votes_csv},
        {post, address::participants_votes_csv, Action::export_votes,
            conversation::desk::participants_votes_csv},

        {get, address::drafts_page, Action::edit_text, document::desk::texts},
        {post, address::drafts_page, Action::edit_text, document::desk::begin, {}, Takes::file},
        {get, address::draft_page, Action::edit_text, document::desk::draft},
        {post, address::freeze_draft, Action::freeze_text, document::desk::freeze},
        {get, address::import_draft, Action::edit_text, document::desk::import_form},
        {post, address::import_draft, Action::edit_text, document::desk::import_text, {}, Takes::file},
        {post, address::undo_change, Action::edit_text, document::desk::undo},
        {get, address::draft_line, Action::edit_text, document::desk::line},
        {post, address::draft_line, Action::edit_text, document::desk::save},
        {post, address::insert_line, Action::edit_text, document::desk::insert},
        {post, address::insert_heading, Action::edit_text, document::desk::insert_heading},
        {post, address::move_line, Action::edit_text, document::desk::move},
        {post, address::split_line, Action::edit_text, document::desk::split},
        {post, address::join_line, Action::edit_text, document::desk::join},
        {post, address::remove_line, Action::edit_text, document::desk::remove},
        {post, address::set_line_type, Action::edit_text, document::desk::set_type},
        {post, address::describe_picture, Action::edit_text, document::desk::describe},
        {post, address::link_answer, Action::handle_issues, document::desk::link_answer},

        {get, address::statistics_desk, Action::edit_text, statistics::desk::list},
        {get, address::import_dataset, Action::edit_text, statistics::desk::import_form},
        {post, address::import_dataset, Action::edit_text, statistics::desk::import_dataset, {}, Takes::file},
        {get, address::make_run, Action::edit_text, statistics::desk::run_form},
        {post, address::make_run, Action::edit_text, statistics::desk::make_run},
        {get, address::desk_run, Action::edit_text, statistics::desk::run},
        {post, address::make_run_again, Action::edit_text, statistics::desk::make_again},
        {post, address::remove_run, Action::edit_text, statistics::desk::remove},
        {post, address::cite_run, Action::edit_text, statistics::desk::cite},
        {post, address::review_citation, Action::edit_text, statistics::desk::review_citation},
        {post, address::hold_citation, Action::edit_text, statistics::desk::hold_citation},

        {get, address::edit_site, Action::edit_site, site::desk::overview},
        {get, address::opening_page, Action::describe_site, site::desk::opening},
        {post, address::open_site, Action::describe_site, site::desk::open_site},
        {post, address::send_test_mail, Action::describe_site, site::desk::send_test_mail},
        {get, address::health_page, Action::describe_site, site::desk::health},
        {post, address::health_page, Action::describe_site, site::desk::examine_now},
        {get, address::edit_process, Action::edit_site, site::desk::process},
        {post, address::edit_process, Action::edit_site, site::desk::save_process},
        {get, address::edit_description, Action::describe_site, law::desk::description},
        {post, address::edit_description, Action::describe_site, law::desk::save_description},
        {get, address::edit_conduct, Action::describe_site, moderation::desk::rules},
        {post, address::edit_conduct, Action::describe_site, moderation::desk::save_rules},
        {get, address::lack_reports, Action::describe_site, law::desk::lack_reports},
        {post, address::close_lack, Action::describe_site, law::desk::close_lack},
        {get, address::person_extract, Action::extract_person, law::desk::person_extract},
        {post, address::person_extract, Action::extract_person, law::desk::find_person},
        {post, address::person_extract_file, Action::extract_person, law::desk::person_extract_file},
        {get, address::retention_page, Action::erase, retention::desk::retention},
        {get, address::retention_csv, Action::erase, retention::desk::erased_csv},
        {get, address::retention_form, Action::erase, retention::desk::form},
        {post, address::retention_form, Action::erase, retention::desk::decide},
        {post, address::end_retention, Action::erase, retention::desk::end},
        {get, address::edit_appearance, Action::describe_site, site::desk::appearance},
        {post, address::edit_appearance, Action::describe_site, site::desk::save_appearance},
        {get, address::edit_logotype, Action::describe_site, site::desk::logotype},
        {post, address::edit_logotype, Action::describe_site, site::desk::save_logotype, {}, Takes::file},
        {get, address::edit_choices, Action::edit_site, site::desk::choices},
        {post, address::edit_choices, Action::edit_site, site::desk::save_choices},
        {get, address::edit_step, Action::edit_site, site::desk::step},
        {post, address::edit_step, Action::edit_site, site::desk::save_step},
        {post, address::withdraw_step, Action::edit_site, site::desk::withdraw_step},
        {post, address::take_back_step, Action::edit_site, site::desk::take_back_step},
        {get, address::edit_activity, Action::edit_site, site::desk::activity},
        {post, address::edit_activity, Action::edit_site, site::desk::save_activity},
        {post, address::withdraw_activity, Action::edit_site, site::desk::withdraw_activity},
        {post, address::take_back_activity, Action::edit_site, site::desk::take_back_activity},
        {get, address::edit_event, Action::edit_site, site::desk::event},
        {post, address::edit_event, Action::edit_site, site::desk::save_event},
        {post, address::call_off_event, Action::edit_site, site::desk::call_off},
        {post, address::take_back_event, Action::edit_site, site::desk::take_back_event},
        {get, address::edit_news, Action::edit_site, site::desk::news},
        {post, address::edit_news, Action::edit_site, site::desk::save_news},
        {post, address::withdraw_news, Action::edit_site, site::desk::withdraw_news},
        {post, address::take_back_news, Action::edit_site, site::desk::take_back_news},
        {get, address::edit_body, Action::edit_site, site::desk::body},
        {post, address::edit_body, Action::edit_site, site::desk::save_body},
        {post, address::add_seat, Action::edit_site, site::desk::add_seat},
        {post, address::end_seat, Action::edit_site, site::desk::end_seat},
        {post, address::desk_draft, Action::read_desk, staff::desk::keep_draft},
        {post, address::drop_desk_draft, Action::read_desk, staff::desk::drop_draft},
        {get, address::staff_page, Action::manage_users, staff::desk::staff},
        {post, address::staff_page, Action::manage_users, staff::desk::invite},
        {post, address::member_link, Action::manage_users, staff::desk::make_link},
        {post, address::reset_member, Action::manage_users, staff::desk::reset_sign_in},
        {post, address::remove_member, Action::manage_users, staff::desk::remove_member},
    };
}

}  // namespace medskapa::web
