extension ImportColumn {
  /// When an opportunity entered each stage: a row a change of the deal, or a row a change of one field.
  static let stageHistory: [ImportColumn] = [
    ImportColumn(
      "opportunity_id", required: true,
      from: [
        .salesforceAPI: ["OpportunityId"], .salesforceReport: ["Opportunity ID"], .hubspotNames: ["deal_id"],
      ],
      also: ["deal_id"]),
    ImportColumn(
      "entered_at", .date, required: true,
      from: [
        .salesforceAPI: ["CreatedDate"], .salesforceReport: ["Last Modified", "Edit Date"],
        .hubspotNames: ["date_entered", "timestamp"],
      ], also: ["entered_date", "entered_on", "date_entered", "changed_at", "edit_date", "timestamp"]),
    ImportColumn(
      "field", feeds: ["pipeline movement"],
      from: [.salesforceAPI: ["Field"], .salesforceReport: ["Field / Event"], .hubspotNames: ["property"]]),
    ImportColumn(
      "old_value", feeds: ["pipeline movement"], from: [.salesforceAPI: ["OldValue"]], also: ["old"]),
    ImportColumn(
      "new_value", feeds: ["pipeline movement"], from: [.salesforceAPI: ["NewValue"]], also: ["new"]),
    ImportColumn(
      "stage", feeds: ["pipeline movement"],
      from: [.salesforceAPI: ["StageName"], .salesforceReport: ["To Stage"], .hubspotNames: ["value"]],
      also: ["to_stage", "new_stage"]),
    ImportColumn("exited_at", .date, also: ["exited_date", "exited_on"]),
    ImportColumn("amount", .amount, from: [.salesforceAPI: ["Amount"], .salesforceReport: ["Amount"]]),
    ImportColumn(
      "close_date", .date, from: [.salesforceAPI: ["CloseDate"], .salesforceReport: ["Close Date"]]),
    ImportColumn(
      "probability", .rate, from: [.salesforceAPI: ["Probability"], .salesforceReport: ["Probability (%)"]]),
    ImportColumn("forecast_category", from: [.salesforceAPI: ["ForecastCategory"]]),
  ]

  /// Leads and contacts on their way to an opportunity.
  static let leads: [ImportColumn] = [
    ImportColumn(
      "id", required: true,
      from: [
        .salesforceAPI: ["Id"], .hubspotLabels: ["Record ID", "Contact ID"], .hubspotNames: ["hs_object_id"],
        .zoho: ["Record Id", "LEADID"],
      ], also: ["lead_id", "Lead ID", "Prospect ID"]),
    ImportColumn(
      "created_date", .date, required: true, feeds: ["funnel diagnose"],
      from: [
        .salesforceAPI: ["CreatedDate"], .hubspotLabels: ["Create Date"], .hubspotNames: ["createdate"],
        .zoho: ["Created Time"],
      ], also: ["created_at"]),
    ImportColumn("email", from: [.salesforceAPI: ["Email"], .hubspotLabels: ["Email"], .zoho: ["Email"]]),
    ImportColumn(
      "company", from: [.salesforceAPI: ["Company"], .zoho: ["Company"]], also: ["company_name", "account"]),
    ImportColumn(
      "title", from: [.salesforceAPI: ["Title"], .hubspotLabels: ["Job Title"]], also: ["job_title"]),
    ImportColumn(
      "owner",
      from: [
        .salesforceAPI: ["Owner.Name", "OwnerId"], .hubspotLabels: ["Contact Owner"],
        .hubspotNames: ["hubspot_owner_id"], .zoho: ["Lead Owner"],
      ], also: ["lead_owner", "rep"]),
    ImportColumn(
      "source", feeds: ["demand"],
      from: [
        .salesforceAPI: ["LeadSource"], .hubspotLabels: ["Original Traffic Source", "Lead Source"],
        .hubspotNames: ["hs_analytics_source"], .zoho: ["Lead Source"],
      ], also: ["lead_source"]),
    ImportColumn(
      "status",
      from: [
        .salesforceAPI: ["Status"], .hubspotLabels: ["Lead Status"], .hubspotNames: ["hs_lead_status"],
        .zoho: ["Lead Status"],
      ], also: ["lead_status"]),
    ImportColumn(
      "stage", from: [.hubspotLabels: ["Lifecycle Stage"], .hubspotNames: ["lifecyclestage"]],
      also: ["lifecycle_stage"]),
    ImportColumn("segment"),
    ImportColumn("industry", from: [.salesforceAPI: ["Industry"], .zoho: ["Industry"]]),
    ImportColumn(
      "country", from: [.salesforceAPI: ["Country"], .hubspotLabels: ["Country", "Country/Region"]]),
    ImportColumn("employees", .number, from: [.salesforceAPI: ["NumberOfEmployees"]]),
    ImportColumn("score", .number, feeds: ["leads score"], also: ["lead_score"]),
    ImportColumn("known_date", .date, feeds: ["funnel diagnose"]),
    ImportColumn(
      "mql_date", .date, feeds: ["funnel diagnose", "sla track"],
      from: [.hubspotNames: ["hs_lifecyclestage_marketingqualifiedlead_date"]], also: ["mql_at"]),
    ImportColumn("sal_date", .date, feeds: ["funnel diagnose"], also: ["sal_at"]),
    ImportColumn(
      "sql_date", .date, feeds: ["funnel diagnose"],
      from: [.hubspotNames: ["hs_lifecyclestage_salesqualifiedlead_date"]], also: ["sql_at"]),
    ImportColumn(
      "opportunity_date", .date, feeds: ["funnel diagnose"],
      from: [.salesforceAPI: ["ConvertedDate"], .hubspotNames: ["hs_lifecyclestage_opportunity_date"]],
      also: ["opportunity_at"]),
    ImportColumn(
      "won_date", .date, feeds: ["funnel diagnose"],
      from: [.hubspotNames: ["hs_lifecyclestage_customer_date"]],
      also: ["won_at"]),
    ImportColumn("opportunity_id", from: [.salesforceAPI: ["ConvertedOpportunityId"]]),
    ImportColumn(
      "is_converted", .flag, from: [.salesforceAPI: ["IsConverted"], .zoho: ["CONVERTED"]],
      also: ["converted"]),
    ImportColumn("routed_at", .date, feeds: ["sla track"]),
    ImportColumn("first_response_at", .date, feeds: ["sla track"]),
    ImportColumn("accepted_at", .date, feeds: ["sla track"]),
    ImportColumn("rejected_at", .date, feeds: ["sla track"]),
    ImportColumn("rejection_reason", feeds: ["sla track"]),
    ImportColumn("meeting_at", .date, feeds: ["sla track"]),
  ]

  /// What a buyer saw or did before a deal.
  static let touches: [ImportColumn] = [
    ImportColumn(
      "journey", required: true, from: [.salesforceAPI: ["LeadOrContactId", "ContactId", "LeadId"]],
      also: ["journey_id", "user_id", "visitor_id", "contact_id", "lead_id"]),
    ImportColumn(
      "channel", required: true, from: [.salesforceAPI: ["Campaign.Type", "Type"]],
      also: ["source", "medium"]),
    ImportColumn(
      "timestamp", .date, required: true, from: [.salesforceAPI: ["FirstRespondedDate", "CreatedDate"]],
      also: ["date", "touched_at"]),
    ImportColumn("account"),
    ImportColumn("opportunity", also: ["opportunity_id", "deal_id"]),
    ImportColumn("campaign", from: [.salesforceAPI: ["CampaignId"]], also: ["campaign_name"]),
    ImportColumn("milestone", feeds: ["attribution"]),
    ImportColumn("value", .amount, feeds: ["attribution"], also: ["amount", "revenue"]),
    ImportColumn("cost", .amount),
  ]

  /// Customers and prospects.
  static let accounts: [ImportColumn] = [
    ImportColumn(
      "id",
      from: [
        .salesforceAPI: ["Id"], .hubspotLabels: ["Record ID", "Company ID"], .hubspotNames: ["hs_object_id"],
        .zoho: ["Record Id", "ACCOUNTID"],
      ], also: ["account_id", "customer_id"]),
    ImportColumn(
      "name", required: true,
      from: [
        .salesforceAPI: ["Name"], .hubspotLabels: ["Company Name"], .hubspotNames: ["name"],
        .zoho: ["Account Name"],
      ], also: ["account_name", "account", "customer"]),
    ImportColumn(
      "owner",
      from: [
        .salesforceAPI: ["Owner.Name", "OwnerId"], .hubspotLabels: ["Company Owner"],
        .hubspotNames: ["hubspot_owner_id"], .zoho: ["Account Owner"],
      ], also: ["account_owner", "rep"]),
    ImportColumn("csm"),
    ImportColumn("segment"),
    ImportColumn("territory", feeds: ["territory score"]),
    ImportColumn(
      "industry", from: [.salesforceAPI: ["Industry"], .hubspotLabels: ["Industry"]], also: ["sector"]),
    ImportColumn(
      "country", from: [.salesforceAPI: ["BillingCountry"], .hubspotLabels: ["Country", "Country/Region"]]),
    ImportColumn("language"),
    ImportColumn(
      "domain", from: [.salesforceAPI: ["Website"], .hubspotLabels: ["Company Domain Name"]],
      also: ["website"]),
    ImportColumn(
      "employees", .number,
      from: [
        .salesforceAPI: ["NumberOfEmployees"], .hubspotLabels: ["Number of Employees"],
        .hubspotNames: ["numberofemployees"],
      ]),
    ImportColumn(
      "revenue", .amount,
      from: [
        .salesforceAPI: ["AnnualRevenue"], .hubspotLabels: ["Annual Revenue"],
        .hubspotNames: ["annualrevenue"],
      ],
      also: ["annual_revenue"]),
    ImportColumn("arr", .amount, feeds: ["customers renewals", "customers expansion"]),
    ImportColumn("potential", .amount, feeds: ["territory score", "territory balance"], also: ["tam"]),
    ImportColumn("icp_tier", also: ["tier"]),
    ImportColumn("renewal_date", .date, feeds: ["customers renewals"]),
    ImportColumn("health", .number, feeds: ["customers health"], also: ["health_score"]),
    ImportColumn(
      "created_date", .date, from: [.salesforceAPI: ["CreatedDate"], .hubspotLabels: ["Create Date"]],
      also: ["signup_date", "created_at"]),
    ImportColumn("parent", from: [.salesforceAPI: ["ParentId"]], also: ["parent_id", "subsidiary_of"]),
  ]

  /// What customers pay, from when to when.
  static let subscriptions: [ImportColumn] = [
    ImportColumn(
      "customer", required: true,
      also: ["customer_id", "Customer ID", "account_id", "account", "customer_name"]),
    ImportColumn(
      "start", .date, required: true,
      also: ["start_date", "Start (UTC)", "Start Date (UTC)", "started_at", "Created (UTC)"]),
    ImportColumn(
      "end", .date, feeds: ["customers retention"],
      also: ["end_date", "Ended At (UTC)", "Canceled At (UTC)", "ended_at", "cancelled_at"]),
    ImportColumn("mrr", .amount, feeds: ["economics waterfall"], also: ["mrr_amount"]),
    ImportColumn("arr", .amount, also: ["arr_amount"]),
    ImportColumn("id", also: ["subscription_id"]),
    ImportColumn("product", also: ["plan", "plan_tier"]),
    ImportColumn("currency"),
    ImportColumn("segment"),
    ImportColumn("industry"),
    ImportColumn("source"),
    ImportColumn("owner"),
    ImportColumn("status"),
    ImportColumn("is_trial", .flag),
    ImportColumn("reason", also: ["cancellation_reason", "cancel_reason_code"]),
  ]

  /// People who carry a number.
  static let reps: [ImportColumn] = [
    ImportColumn(
      "name", required: true, from: [.salesforceAPI: ["Name"]],
      also: ["rep", "sales_agent", "rep_name", "full_name"]),
    ImportColumn("id", from: [.salesforceAPI: ["Id"]], also: ["rep_id", "user_id", "owner_id"]),
    ImportColumn("email", from: [.salesforceAPI: ["Email"]]),
    ImportColumn("role", from: [.salesforceAPI: ["UserRole.Name"]]),
    ImportColumn(
      "manager", feeds: ["forecast rollup", "quota"], from: [.salesforceAPI: ["Manager.Name", "ManagerId"]]),
    ImportColumn("team"),
    ImportColumn("segment"),
    ImportColumn("region", also: ["regional_office", "territory"]),
    ImportColumn("language"),
    ImportColumn("start_date", .date, feeds: ["capacity", "reps"], also: ["hire_date", "hired"]),
    ImportColumn("end_date", .date, feeds: ["capacity"], also: ["left"]),
    ImportColumn("quota", .amount, feeds: ["quota", "reps", "pipeline coverage"]),
    ImportColumn("ote", .amount, feeds: ["quota"]),
    ImportColumn("potential", .amount, feeds: ["quota"]),
    ImportColumn("leave_start", .date, feeds: ["capacity"]),
    ImportColumn("leave_end", .date, feeds: ["capacity"]),
    ImportColumn("cost", .amount, feeds: ["reps"], also: ["loaded_cost"]),
    ImportColumn("capacity", .number, feeds: ["territory balance", "leads route"]),
  ]

  /// What each rep is credited with.
  static let credits: [ImportColumn] = [
    ImportColumn("deal", required: true, also: ["deal_id", "opportunity_id", "opportunity"]),
    ImportColumn("rep", required: true, also: ["owner", "rep_name", "sales_agent"]),
    ImportColumn("amount", .amount, required: true, also: ["credit"]),
    ImportColumn("date", .date, required: true, also: ["close_date", "closed_date", "credit_date"]),
    ImportColumn("share", .rate, also: ["split"]),
    ImportColumn("type", also: ["component", "measure"]),
    ImportColumn("churned_date", .date, feeds: ["comp pay"]),
  ]

  /// What was called, by whom and when.
  static let forecasts: [ImportColumn] = [
    ImportColumn("person", required: true, also: ["rep", "owner", "name", "forecaster"]),
    ImportColumn("period", required: true, also: ["quarter", "month"]),
    ImportColumn("forecast", .amount, required: true, also: ["called", "call", "commit"]),
    ImportColumn(
      "called_date", .date, feeds: ["forecast accuracy"], also: ["date", "called_on", "submitted_at"]),
    ImportColumn("worst", .amount, feeds: ["forecast rollup"], also: ["worst_case"]),
    ImportColumn("best", .amount, feeds: ["forecast rollup"], also: ["best_case"]),
    ImportColumn("actual", .amount, feeds: ["forecast accuracy", "forecast calibrate"], also: ["actuals"]),
    ImportColumn("manager"),
    ImportColumn("deals", feeds: ["forecast rollup"], also: ["named_deals", "deal_names"]),
    ImportColumn("reason", feeds: ["forecast rollup"], also: ["change_reason", "comment"]),
  ]

  /// Calls, meetings, mails and tasks.
  static let activities: [ImportColumn] = [
    ImportColumn(
      "date", .date, required: true,
      from: [
        .salesforceAPI: ["ActivityDate", "StartDateTime"], .hubspotLabels: ["Activity date"],
        .hubspotNames: ["hs_timestamp"], .zoho: ["Call Start Time", "Start DateTime", "Due Date"],
      ], also: ["activity_date", "timestamp"]),
    ImportColumn(
      "type", required: true,
      from: [
        .salesforceAPI: ["TaskSubtype", "Type"], .hubspotLabels: ["Activity Type"], .zoho: ["Call Type"],
      ], also: ["activity_type"]),
    ImportColumn(
      "id", from: [.salesforceAPI: ["Id"], .hubspotLabels: ["Activity ID"]], also: ["activity_id"]),
    ImportColumn(
      "owner",
      from: [
        .salesforceAPI: ["Owner.Name", "OwnerId"],
        .hubspotLabels: ["Activity assigned to", "Activity Owner"], .hubspotNames: ["hubspot_owner_id"],
        .zoho: ["Call Owner", "Event Owner", "Task Owner"],
      ], also: ["rep"]),
    ImportColumn(
      "subject",
      from: [
        .salesforceAPI: ["Subject"], .hubspotLabels: ["Call/Meeting Title/Subject"], .zoho: ["Subject"],
      ]),
    ImportColumn(
      "outcome", feeds: ["reps"],
      from: [
        .salesforceAPI: ["Status"], .hubspotLabels: ["Call outcome", "Meeting Outcome"],
        .hubspotNames: ["hs_call_disposition"],
      ]),
    ImportColumn("account", from: [.salesforceAPI: ["AccountId"]], also: ["account_id"]),
    ImportColumn(
      "opportunity", from: [.salesforceAPI: ["WhatId"], .zoho: ["POTENTIALID"]],
      also: ["opportunity_id", "deal_id"]),
    ImportColumn(
      "lead",
      from: [.salesforceAPI: ["WhoId"], .zoho: ["LEADID"], .hubspotLabels: ["Associated Contact Email"]],
      also: ["lead_id", "contact_id"]),
  ]

  /// The opportunities as they stood on several days.
  static let snapshots: [ImportColumn] =
    [ImportColumn("snapshot_date", .date, required: true, also: ["snapshot", "as_of", "as_of_date"])]
    + opportunities
}
