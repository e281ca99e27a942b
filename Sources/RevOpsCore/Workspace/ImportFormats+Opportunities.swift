extension ImportColumn {
  /// Opportunities, as six CRMs name their columns.
  ///
  /// Sources: Salesforce Object Reference; HubSpot default deal properties; importers' sample sheets of
  /// Pipedrive, Dynamics and Zoho.
  static let opportunities: [ImportColumn] = [
    ImportColumn(
      "id", required: true,
      from: [
        .salesforceAPI: ["Id"], .salesforceReport: ["Opportunity ID"],
        .hubspotLabels: ["Record ID", "Deal ID"],
        .hubspotNames: ["hs_object_id", "deal_id"], .pipedrive: ["Deal - ID", "Deal - Pipedrive System ID"],
        .dynamics: ["(Do Not Modify) Opportunity", "opportunityid"], .zoho: ["Record Id"],
      ], also: ["opportunity_id", "deal_id", "Deal ID"]),
    ImportColumn(
      "stage", required: true,
      from: [
        .salesforceAPI: ["StageName"], .salesforceReport: ["Stage"], .hubspotLabels: ["Deal Stage"],
        .hubspotNames: ["dealstage", "deal_pipeline_stage_id"],
        .pipedrive: ["Deal - Stage", "Deal - Stage (pipeline)"],
        .dynamics: ["Pipeline Phase", "stepname", "salesstage"], .zoho: ["Stage"],
      ], also: ["deal_stage", "opportunity_stage"]),
    ImportColumn(
      "amount", .amount, required: true,
      from: [
        .salesforceAPI: ["Amount"], .salesforceReport: ["Amount", "Amount (converted)"],
        .hubspotLabels: ["Amount"],
        .hubspotNames: ["amount"], .pipedrive: ["Deal - Value"],
        .dynamics: ["Est. revenue", "estimatedvalue"],
        .zoho: ["Amount"],
      ], also: ["deal_amount", "opportunity_amount"]),
    ImportColumn(
      "amount_home", .amount,
      from: [
        .salesforceReport: ["Amount (converted)"], .hubspotLabels: ["Amount in company currency"],
        .hubspotNames: ["amount_in_home_currency"],
        .dynamics: ["Est. revenue (Base)", "estimatedvalue_base"],
      ]),
    ImportColumn(
      "close_date", .date, required: true,
      from: [
        .salesforceAPI: ["CloseDate"], .salesforceReport: ["Close Date"], .hubspotLabels: ["Close Date"],
        .hubspotNames: ["closedate"],
        .pipedrive: ["Deal - Expected close date"],
        .dynamics: ["Est. close date", "estimatedclosedate"], .zoho: ["Closing Date", "Closing_Date"],
      ]),
    ImportColumn(
      "name", feeds: ["pipeline hygiene"],
      from: [
        .salesforceAPI: ["Name"], .salesforceReport: ["Opportunity Name"], .hubspotLabels: ["Deal Name"],
        .hubspotNames: ["dealname"], .pipedrive: ["Deal - Title"], .dynamics: ["Topic", "name"],
        .zoho: ["Deal Name", "Deal_Name", "Potential Name"],
      ], also: ["opportunity_name", "deal_name"]),
    ImportColumn(
      "account", feeds: ["pipeline hygiene"],
      from: [
        .salesforceAPI: ["Account.Name"], .salesforceReport: ["Account Name"],
        .hubspotLabels: ["Associated Company", "Associated Company (Primary)"],
        .pipedrive: ["Deal - Organization", "Organization"],
        .dynamics: ["Potential Customer", "Account", "customerid"], .zoho: ["Account Name", "Account_Name"],
      ], also: ["account_name", "customer"]),
    ImportColumn(
      "account_id",
      from: [
        .salesforceAPI: ["AccountId"], .salesforceReport: ["Account ID"],
        .hubspotLabels: ["Associated Company IDs", "Associated Company Domain"],
        .pipedrive: ["Deal - Organization ID"], .dynamics: ["parentaccountid"], .zoho: ["Account Name.id"],
      ]),
    ImportColumn(
      "owner", feeds: ["pipeline coverage", "pipeline health", "forecast rollup"],
      from: [
        .salesforceAPI: ["Owner.Name", "OwnerId"], .salesforceReport: ["Opportunity Owner"],
        .hubspotLabels: ["Deal owner"], .hubspotNames: ["hubspot_owner_id", "owner_id"],
        .pipedrive: ["Deal - Owner"], .dynamics: ["Owner", "ownerid"],
        .zoho: ["Deal Owner", "Potential Owner", "Owner"],
      ], also: ["opportunity_owner", "rep", "sales_agent", "sales_rep"]),
    ImportColumn("manager", feeds: ["forecast rollup"]),
    ImportColumn(
      "team",
      from: [
        .salesforceAPI: ["Owner.UserRole.Name"], .salesforceReport: ["Owner Role"],
        .hubspotLabels: ["HubSpot Team"], .hubspotNames: ["hubspot_team_id"],
        .dynamics: ["Owning Business Unit"],
      ]),
    ImportColumn("segment"),
    ImportColumn(
      "source", feeds: ["demand"],
      from: [
        .salesforceAPI: ["LeadSource"], .salesforceReport: ["Lead Source"],
        .hubspotLabels: ["Original Traffic Source", "Original Source Type"],
        .hubspotNames: ["hs_analytics_source"],
        .pipedrive: ["Deal - Source channel", "Deal - Source origin"],
        .dynamics: ["Source", "leadsourcecode"],
        .zoho: ["Lead Source", "Lead_Source"],
      ], also: ["lead_source"]),
    ImportColumn("product"),
    ImportColumn(
      "pipeline",
      from: [
        .salesforceAPI: ["RecordType.Name"], .salesforceReport: ["Opportunity Record Type"],
        .hubspotLabels: ["Pipeline"], .hubspotNames: ["pipeline", "deal_pipeline_id"],
        .pipedrive: ["Deal - Pipeline"], .dynamics: ["process"], .zoho: ["Pipeline"],
      ]),
    ImportColumn(
      "type",
      from: [
        .salesforceAPI: ["Type"], .salesforceReport: ["Type", "Opportunity Type"],
        .hubspotLabels: ["Deal Type"],
        .hubspotNames: ["dealtype"], .pipedrive: ["Deal - Label"], .zoho: ["Type"],
      ], also: ["opportunity_type", "deal_type"]),
    ImportColumn(
      "currency",
      from: [
        .salesforceAPI: ["CurrencyIsoCode"],
        .salesforceReport: ["Amount Currency", "Opportunity Currency", "Amount (converted) Currency"],
        .hubspotLabels: ["Currency"], .hubspotNames: ["deal_currency_code"],
        .pipedrive: ["Deal - Currency of Value"], .dynamics: ["Currency", "transactioncurrencyid"],
        .zoho: ["Currency"],
      ]),
    ImportColumn(
      "created_date", .date, feeds: ["pipeline velocity", "pipeline movement"],
      from: [
        .salesforceAPI: ["CreatedDate"], .salesforceReport: ["Created Date"], .hubspotLabels: ["Create Date"],
        .hubspotNames: ["createdate", "hs_createdate"],
        .pipedrive: ["Deal - Deal created", "Deal - Creation date"],
        .dynamics: ["Created On", "createdon"], .zoho: ["Created Time", "Created_Time"],
      ], also: ["created_at", "create_date"]),
    ImportColumn("expected_close_date", .date, feeds: ["pipeline coverage"]),
    ImportColumn(
      "last_activity_date", .date, feeds: ["pipeline health", "pipeline hygiene"],
      from: [
        .salesforceAPI: ["LastActivityDate"], .salesforceReport: ["Last Activity"],
        .hubspotLabels: ["Last Activity Date", "Last Contacted"],
        .hubspotNames: ["notes_last_updated", "notes_last_contacted"],
        .pipedrive: ["Deal - Last activity date"],
        .zoho: ["Last Activity Time", "Last_Activity_Time"],
      ]),
    ImportColumn(
      "next_step", feeds: ["pipeline health", "pipeline review"],
      from: [
        .salesforceAPI: ["NextStep"], .salesforceReport: ["Next Step"], .hubspotLabels: ["Next step"],
        .hubspotNames: ["hs_next_step"], .zoho: ["Next Step", "Next_Step"],
      ]),
    ImportColumn(
      "next_step_date", .date, feeds: ["pipeline health"],
      from: [
        .hubspotLabels: ["Next Activity Date"], .hubspotNames: ["notes_next_activity_date"],
        .pipedrive: ["Deal - Next activity date"],
      ]),
    ImportColumn(
      "forecast_category", feeds: ["forecast rollup"],
      from: [
        .salesforceAPI: ["ForecastCategoryName", "ForecastCategory"],
        .salesforceReport: ["Forecast Category"],
        .hubspotLabels: ["Forecast category"],
        .hubspotNames: ["hs_manual_forecast_category", "hs_forecast_category"],
        .dynamics: ["Forecast category", "msdyn_forecastcategory"],
        .zoho: ["Forecast Category", "Forecast_Category"],
      ]),
    ImportColumn(
      "probability", .rate, feeds: ["forecast simulate"],
      from: [
        .salesforceAPI: ["Probability"], .salesforceReport: ["Probability (%)"],
        .hubspotLabels: ["Deal probability"], .hubspotNames: ["hs_deal_stage_probability"],
        .pipedrive: ["Deal - Probability"], .dynamics: ["Probability", "closeprobability"],
        .zoho: ["Probability (%)", "Probability"],
      ], also: ["win_probability"]),
    ImportColumn(
      "is_closed", .flag,
      from: [
        .salesforceAPI: ["IsClosed"], .salesforceReport: ["Closed"], .hubspotLabels: ["Is Deal Closed?"],
        .hubspotNames: ["hs_is_closed"], .pipedrive: ["Deal - Status"], .dynamics: ["Status", "statecode"],
        .zoho: ["Forecast Type"],
      ]),
    ImportColumn(
      "is_won", .flag,
      from: [
        .salesforceAPI: ["IsWon"], .salesforceReport: ["Won"], .hubspotLabels: ["Is Closed Won"],
        .hubspotNames: ["hs_is_closed_won"], .pipedrive: ["Deal - Status"],
        .dynamics: ["Status", "statecode"], .zoho: ["Forecast Type"],
      ]),
    ImportColumn("won_date", .date, feeds: ["pipeline velocity"], from: [.pipedrive: ["Deal - Won time"]]),
    ImportColumn("lost_date", .date, feeds: ["pipeline velocity"], from: [.pipedrive: ["Deal - Lost time"]]),
    ImportColumn(
      "closed_date", .date, feeds: ["pipeline velocity"],
      from: [
        .pipedrive: ["Deal - Deal closed on", "Deal - Closed on"],
        .dynamics: ["Actual Close Date", "actualclosedate"],
      ]),
    ImportColumn(
      "loss_reason", feeds: ["deals winloss"],
      from: [
        .salesforceAPI: ["Loss_Reason__c", "Lost_Reason__c", "Closed_Lost_Reason__c"],
        .salesforceReport: ["Loss Reason"], .hubspotLabels: ["Closed lost reason"],
        .hubspotNames: ["closed_lost_reason"], .pipedrive: ["Deal - Lost reason"],
        .dynamics: ["Status Reason", "statuscode"], .zoho: ["Reason For Loss", "Reason_For_Loss__s"],
      ], also: ["lost_reason", "closed_lost_reason"]),
    ImportColumn(
      "competitor", feeds: ["deals winloss"],
      from: [
        .salesforceAPI: ["MainCompetitors__c", "Competitor__c"], .salesforceReport: ["Main Competitor(s)"],
      ]),
    ImportColumn(
      "push_count", .number, feeds: ["pipeline health"],
      from: [.salesforceAPI: ["PushCount"], .salesforceReport: ["Push Count"]]),
    ImportColumn(
      "stage_entered_date", .date, feeds: ["pipeline health"],
      from: [
        .salesforceAPI: ["LastStageChangeDate"], .salesforceReport: ["Last Stage Change Date"],
        .pipedrive: ["Deal - Last stage change"], .zoho: ["Stage Modified Time", "Stage_Modified_Time"],
      ]),
    ImportColumn("icp_tier", feeds: ["pipeline health"]),
    ImportColumn(
      "contacts", .number, feeds: ["pipeline health"],
      from: [.hubspotLabels: ["Number of Associated Contacts"], .hubspotNames: ["num_associated_contacts"]]),
    ImportColumn("discount", .rate, feeds: ["deals discounts"]),
  ]
}
