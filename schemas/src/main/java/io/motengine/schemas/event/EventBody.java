package io.motengine.schemas.event;

/** What a CloudEvent of the contract carries in {@code data}. */
public sealed interface EventBody
        permits TransactionPosted,
                AppClick,
                ProfileUpdated,
                HoldingUpdated,
                CustomerLinked,
                CustomerListed,
                CustomerErased,
                CreditApplicationChanged,
                CreditLimitUpdated,
                ServiceContact,
                Feedback,
                LinkedMoment,
                MergeRequested,
                MergeHandedOver,
                GrantGiven,
                GrantDenied,
                StockCorrected,
                TieForgotten,
                StageMoved {}
